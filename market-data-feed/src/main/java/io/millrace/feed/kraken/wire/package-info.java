/**
 * Kraken's frames: version 2 of its websocket, version 1 as recorded, and lists of trades of its REST endpoint.
 *
 * <pre>
 *   {"channel":...}  ──▶ KrakenDecoder ──┬─▶ KrakenData         books, trades, quotes
 *   {"method":...}                       ├─▶ KrakenInstruments  steps of prices and sizes
 *   [1360,{...},...] ─── version 1 ──────┼─▶ KrakenArrays       books, trades, quotes
 *   {"result":...}   ─── REST ───────────┴─▶ KrakenTrades
 * </pre>
 */
package io.millrace.feed.kraken.wire;
