/**
 * Binance's wire format. Hot: called for each frame.
 *
 * <pre>
 *   frame ──▶ BinanceReader ──▶ BinanceFields ──▶ BinanceDecoder ──▶ BinanceEvents: Trade, Quote
 *             any key order     all fields of     which message       └────────────▶ BinanceBook: BookDelta per level
 *                               the message
 * </pre>
 */
package io.millrace.feed.binance.wire;
