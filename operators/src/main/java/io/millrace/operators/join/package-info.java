/**
 * Joins: items of several streams with the same key become rows.
 *
 * <pre>
 *   side 0 ──┐            ┌─ join         kept values of each key ─▶ rows
 *   side 1 ──┼─▶ by key ──┼─ joinWindow   kept values of each key and window ─▶ rows
 *   side n ──┘            ├─ asOfJoin     left + newest right at or before it ─▶ matched, unmatched, late
 *                         └─ intervalJoin left + rights around it ─▶ matched, late of either side
 * </pre>
 *
 * A row is a view of copies that the join keeps; it is used again for the next row. What is made of it is said by a
 * {@link io.millrace.operators.join.RowForm}: the row itself, an item that a function fills, or one that it returns.
 *
 * <p>Hot.
 */
package io.millrace.operators.join;
