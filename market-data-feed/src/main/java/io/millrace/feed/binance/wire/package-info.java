/**
 * Binance's wire format. Hot: called for each frame.
 *
 * <pre>
 *   frame ──▶ BinanceReader ──▶ BinanceFields ──▶ BinanceDecoder ──▶ BinanceDrafts ──▶ FrameEvents
 *             any key order     all fields of     which message      │
 *                               the message                          ├─ BinanceSymbols: of which book is a snapshot
 *                                                                    ├─ BinanceList: the venue's list of instruments
 *                                                                    └─ TradeKinds: no trade counts twice
 *             │
 *             ├─ ShapeReader: messages that are spelled like one before
 *             └─ MemberReader: all others, and tells it their MessageShape
 * </pre>
 */
package io.millrace.feed.binance.wire;
