/**
 * Bybit's wire format. Hot: called for each frame.
 *
 * <pre>
 *   frame ──▶ BybitDecoder: which topic ──┬─▶ BybitBook:    books, best bids and offers  ──▶ FrameEvents
 *                                         ├─▶ BybitTrades:  trades, liquidations
 *                                         ├─▶ BybitTicker:  mark prices, funding rates
 *                                         └─▶ BybitList:    the venue's list of instruments
 * </pre>
 */
package io.millrace.feed.bybit.wire;
