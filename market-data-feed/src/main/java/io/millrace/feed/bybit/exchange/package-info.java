/**
 * Bybit's side of its protocol, for the embedded exchange.
 *
 * <pre>
 *   BybitProtocol ──open──▶ BybitSession: topics, requests ──▶ BybitMessages: how events are spelled
 *         └─────────get───▶ the list of instruments
 * </pre>
 */
package io.millrace.feed.bybit.exchange;
