/**
 * What flows: items, and how they become bytes.
 *
 * <pre>
 *   item ──Codec.encode──▶ bytes in a record, a cell, a snapshot, a sink ──Codec.decode──▶ item
 * </pre>
 *
 * An item is handed to an operator for the length of a call and is reused after it. Whoever wants to keep one copies it,
 * through its {@link io.millrace.engine.item.Codec}.
 */
package io.millrace.engine.item;
