package io.millrace.operators.store;

import org.agrona.DirectBuffer;

/**
 * A copy of an item, or nothing.
 *
 * <p>Thread: the stage's. Allocation: only for more copies than ever before, or longer ones. Deterministic: yes.
 */
public final class KeptItem<T> {
    private final ItemSlots<T> slots;
    private ItemSlot<T> slot;

    KeptItem(final ItemSlots<T> slots) {
        this.slots = slots;
    }

    public boolean isEmpty() {
        return slot == null;
    }

    /** The copy; there is one. */
    public T item() {
        return slot.item;
    }

    /** Keeps a copy of an item from now on; it may be the one that is kept. */
    public void keep(final T item) {
        if (slot == null) {
            slot = slots.take();
        }
        slots.replace(slot, item);
    }

    /** Keeps a copy of an item that stands as bytes. */
    void decode(final DirectBuffer source, final int offset, final int length) {
        slot = slots.decode(source, offset, length);
    }

    void clear() {
        if (slot != null) {
            slots.release(slot);
            slot = null;
        }
    }

    @Override
    public String toString() {
        return slot == null ? "nothing" : String.valueOf(slot.item);
    }
}
