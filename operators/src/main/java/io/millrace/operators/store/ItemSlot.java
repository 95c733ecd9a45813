package io.millrace.operators.store;

import org.agrona.ExpandableDirectByteBuffer;

/**
 * A copy of an item. Made, filled and taken back by {@link ItemSlots}.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public final class ItemSlot<T> {
    /** The copy; if items are immutable, the item itself. */
    T item;

    /** What the copy is a view of, or null if it is not a view. */
    ExpandableDirectByteBuffer bytes;

    ItemSlot() {}

    /** The copy: valid until the slot is filled again or given back. */
    public T item() {
        return item;
    }
}
