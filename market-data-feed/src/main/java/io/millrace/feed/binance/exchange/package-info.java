/**
 * Binance's side of its protocol, for the embedded exchange.
 *
 * <pre>
 *   BinanceProtocol ──open──▶ BinanceSession: streams, requests ──▶ BinanceMessages: how events are spelled
 *         └─────────get───▶ BinanceRest: snapshots, instruments              ▲
 *                                                                     MarketStyle: spot, USD-M, COIN-M
 *         BinarySession, BinaryMessages: the same, where market data is binary
 * </pre>
 */
package io.millrace.feed.binance.exchange;
