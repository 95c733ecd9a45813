/**
 * Copies of items that operators keep: items themselves are valid during one call only.
 *
 * <pre>
 *   item ──ItemSlots.keep──▶ ItemSlot   one copy
 *                            ItemList   copies in the order in which they came, for users to read
 *                            TimedQueue copies by time
 *   StatePool                  where states of keys come from: items, copies of items, an operator's own
 * </pre>
 *
 * Hot.
 */
package io.millrace.operators.store;
