/**
 * OKX's frames.
 *
 * <pre>
 *   {"arg":{"channel":...},"data":[...]} ──▶ OkxDecoder ──┬─▶ OkxBooks        books, best bids and offers
 *   {"event":...}                                         ├─▶ OkxNews         trades, funding, marks, liquidations
 *   {"code":"0","data":[...]}  REST                       └─▶ OkxInstruments  steps of prices and sizes
 *   pong
 * </pre>
 */
package io.millrace.feed.okx.wire;
