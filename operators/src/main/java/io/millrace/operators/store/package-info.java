/**
 * Copies of items that operators keep: items themselves are valid during one call only.
 *
 * <pre>
 *   item ──ItemSlots.keep──▶ ItemSlot   one copy
 *                            ItemList   copies in the order in which they came, for users to read
 *                            TimedQueue copies by time
 * </pre>
 *
 * Hot.
 */
package io.millrace.operators.store;
