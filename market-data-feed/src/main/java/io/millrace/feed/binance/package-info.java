/**
 * Binance, spot and USD-M futures.
 *
 * <pre>
 *   BinanceFeed ──live──────▶ BinanceStreams: which streams, on which connections ──▶ net
 *        │                                                                            │ frames
 *        └──────capture──▶ capture ──frames──────▶ wire.BinanceDecoder ◀──────────────┘
 * </pre>
 */
package io.millrace.feed.binance;
