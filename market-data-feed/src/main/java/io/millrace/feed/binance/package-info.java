/**
 * Binance, spot and USD-M futures.
 *
 * <pre>
 *   VenueFeed ──live──────▶ BinanceStreams: which streams, on which connections ──▶ net
 *        │                                                                            │ frames
 *        └──────capture──▶ capture ──frames──────▶ wire.BinanceDecoder ◀──────────────┘
 * </pre>
 */
package io.millrace.feed.binance;
