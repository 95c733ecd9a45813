/**
 * Binance: spot, and futures with margin in USD or in coins.
 *
 * <pre>
 *   VenueFeed ──live──────▶ BinanceStreams: which streams, on which connections ──▶ net
 *        │                                                                            │ frames
 *        └──────capture──▶ capture ──frames──────▶ wire.BinanceDecoder ◀──────────────┘
 * </pre>
 */
package io.millrace.feed.binance;
