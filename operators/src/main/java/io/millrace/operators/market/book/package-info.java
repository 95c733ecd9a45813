/**
 * Order books, kept from journaled updates alone. What a venue's updates look like is the business of its decoder; how they
 * follow each other is told by the instrument's definition, and judged here.
 *
 * <pre>
 *   BookDelta ──▶ BookOp ──┬─▶ OrderBook      a whole book, after each message, while it is valid
 *                   │      ├─▶ Quote          when the best bid or offer has changed
 *                   │      ├─▶ BookState      when it becomes valid, or no longer is, and why
 *                   │      └─▶ BookRequest    when a snapshot is needed
 *                   │
 *              SyncedBook, one per instrument: levels, last id, updates that wait for a snapshot
 * </pre>
 */
package io.millrace.operators.market.book;
