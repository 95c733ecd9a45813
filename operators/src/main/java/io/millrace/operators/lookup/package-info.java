/**
 * Look-ups: questions that a step asks a source, and the answers that it keeps for a while.
 *
 * <pre>
 *   item ──Request──▶ bytes ──LookupKeys──▶ number of the look-up
 *                                              │
 *             ┌── its answer is fresh ─────────┼───────── it has none, or an old one ──┐
 *             ▼                                                                        ▼
 *        AnswerCache ──▶ Enrichment ──▶ out                     WaitingItems + PendingRequests ──▶ source
 *             ▲                                                                        │
 *             └────────────────── ANSWER record, journaled ◀───────────────────────────┘
 * </pre>
 *
 * {@code PendingRequests} serves every step that asks, whether it keeps the answers or not. Two items ask the same if their
 * requests have the same bytes: that is the look-up key. Its number within the stage decides nothing. Hot.
 */
package io.millrace.operators.lookup;
