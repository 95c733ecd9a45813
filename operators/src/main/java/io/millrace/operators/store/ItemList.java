package io.millrace.operators.store;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Items;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Copies of items in the order in which they were added.
 *
 * <p>Thread: the stage's. Allocation: only for more items than ever before. Deterministic: yes.
 */
public final class ItemList<T> implements Items<T> {
    private static final int FEW = 8;

    private final ItemSlots<T> slots;
    private Object[] list = new Object[FEW];
    private int size;

    public ItemList(final ItemSlots<T> slots) {
        this.slots = slots;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public T get(final int index) {
        if (index < 0 || index >= size) {
            throw outside(index);
        }
        return slot(index).item;
    }

    @SuppressWarnings("unchecked") // only append() writes to it
    private ItemSlot<T> slot(final int index) {
        return (ItemSlot<T>) list[index];
    }

    private IndexOutOfBoundsException outside(final int index) {
        return new IndexOutOfBoundsException("item " + index + " of " + size);
    }

    /** Adds a copy of an item. */
    public void add(final T item) {
        append(slots.keep(item));
    }

    private void append(final ItemSlot<T> slot) {
        if (size == list.length) {
            list = Arrays.copyOf(list, size * 2);
        }
        list[size++] = slot;
    }

    /** Adds copies of all items of another list. */
    public void addAll(final ItemList<T> other) {
        for (int i = 0; i < other.size; i++) {
            add(other.slot(i).item);
        }
    }

    /** Forgets the first items. */
    public void removeFirst(final int count) {
        for (int i = 0; i < count; i++) {
            slots.release(slot(i));
        }
        System.arraycopy(list, count, list, 0, size - count);
        Arrays.fill(list, size - count, size, null);
        size -= count;
    }

    /** Forgets all items. */
    public void clear() {
        removeFirst(size);
    }

    /** Writes all items to a snapshot. */
    public void write(final StateWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            slots.write(slot(i), out);
        }
    }

    /** Reads what {@link #write} wrote into an empty list. */
    public void read(final StateReader in) {
        for (int left = in.takeInt(); left > 0; left--) {
            append(slots.read(in));
        }
    }

    /** Adds a copy of an item that stands as bytes. */
    void decode(final DirectBuffer source, final int offset, final int length) {
        append(slots.decode(source, offset, length));
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < size; i++) {
            text.append(i == 0 ? "" : ", ").append(slot(i).item);
        }
        return text.append(']').toString();
    }
}
