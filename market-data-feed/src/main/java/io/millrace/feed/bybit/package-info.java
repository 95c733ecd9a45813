/**
 * Bybit, version 5 of its websocket: spot, and linear futures.
 *
 * <pre>
 *   VenueFeed ──live──────▶ BybitVenue, BybitTopics: which topics, on which connections ──▶ net
 *        │                                                                                   │ frames
 *        └──────capture──▶ capture ──frames──────▶ wire.BybitDecoder ◀───────────────────────┘
 * </pre>
 */
package io.millrace.feed.bybit;
