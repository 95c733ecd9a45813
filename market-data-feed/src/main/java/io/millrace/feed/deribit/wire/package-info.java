/**
 * Deribit's frames, which are JSON-RPC.
 *
 * <pre>
 *   {"method":"subscription","params":{"channel":...,"data":...}} ──▶ DeribitDecoder ──┬─▶ DeribitBooks        books
 *   {"method":"heartbeat",...}                                                         ├─▶ DeribitNews         trades, quotes, tickers
 *   {"id":1,"result":...}, {"id":1,"error":...}                                        └─▶ DeribitInstruments  steps of prices, sizes
 * </pre>
 */
package io.millrace.feed.deribit.wire;
