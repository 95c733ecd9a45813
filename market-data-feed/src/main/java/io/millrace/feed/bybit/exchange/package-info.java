/**
 * Bybit's side of its protocol, for the embedded exchange.
 *
 * <pre>
 *   BybitProtocol ──open──▶ BybitSession: topics, numbers of updates ──▶ BybitMessages: how events are spelled
 *         └─────────get───▶ the list of instruments
 * </pre>
 */
package io.millrace.feed.bybit.exchange;
