package io.millrace.operators.store;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.Arrays;

/**
 * Copies of items by time; at the same time by rank, then in the order in which they were added. A ring, so that taking
 * the first and adding what is newest cost the same however many there are.
 *
 * <p>Thread: the stage's. Allocation: only for more items than ever before. Deterministic: yes.
 */
public final class TimedQueue<T> {
    private static final int FEW = 8;

    private long[] times = new long[FEW];
    private int[] ranks = new int[FEW];
    private Object[] slots = new Object[FEW];
    private int head;
    private int size;

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Time of an item, by order. */
    public long time(final int index) {
        return times[at(index)];
    }

    /** Rank of an item, by order. */
    public int rank(final int index) {
        return ranks[at(index)];
    }

    /** An item, by order. */
    @SuppressWarnings("unchecked") // only add() writes to it
    public ItemSlot<T> slot(final int index) {
        return (ItemSlot<T>) slots[at(index)];
    }

    private int at(final int index) {
        return head + index & times.length - 1;
    }

    /**
     * Adds an item.
     *
     * @param rank of two at the same time, the one with the lower rank comes first
     */
    public void add(final long time, final int rank, final ItemSlot<T> slot) {
        if (size == times.length) {
            grow();
        }
        int index = size;
        while (index > 0 && isBefore(time, rank, at(index - 1))) {
            final int from = at(index - 1);
            final int to = at(index);
            times[to] = times[from];
            ranks[to] = ranks[from];
            slots[to] = slots[from];
            index--;
        }
        final int to = at(index);
        times[to] = time;
        ranks[to] = rank;
        slots[to] = slot;
        size++;
    }

    private boolean isBefore(final long time, final int rank, final int other) {
        return time < times[other] || time == times[other] && rank < ranks[other];
    }

    /** Takes out the first item; there is one. */
    public ItemSlot<T> removeFirst() {
        final ItemSlot<T> first = slot(0);
        slots[head] = null;
        head = head + 1 & times.length - 1;
        size--;
        return first;
    }

    private void grow() {
        final int length = times.length;
        times = unrolled(times, length);
        ranks = unrolled(ranks, length);
        slots = unrolled(slots, length);
        head = 0;
    }

    private long[] unrolled(final long[] ring, final int length) {
        final long[] larger = new long[length * 2];
        System.arraycopy(ring, head, larger, 0, length - head);
        System.arraycopy(ring, 0, larger, length - head, head);
        return larger;
    }

    private int[] unrolled(final int[] ring, final int length) {
        final int[] larger = new int[length * 2];
        System.arraycopy(ring, head, larger, 0, length - head);
        System.arraycopy(ring, 0, larger, length - head, head);
        return larger;
    }

    private Object[] unrolled(final Object[] ring, final int length) {
        final Object[] larger = new Object[length * 2];
        System.arraycopy(ring, head, larger, 0, length - head);
        System.arraycopy(ring, 0, larger, length - head, head);
        return larger;
    }

    /** Gives all items back. */
    public void clear(final ItemSlots<T> to) {
        while (size > 0) {
            to.release(removeFirst());
        }
        Arrays.fill(slots, null);
        head = 0;
    }

    /** Writes all items to a snapshot. */
    public void write(final ItemSlots<T> type, final StateWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(time(i)).putInt(rank(i));
            type.write(slot(i), out);
        }
    }

    /** Reads what {@link #write} wrote into an empty queue. */
    public void read(final ItemSlots<T> type, final StateReader in) {
        for (int left = in.takeInt(); left > 0; left--) {
            final long time = in.takeLong();
            final int rank = in.takeInt();
            add(time, rank, type.read(in));
        }
    }
}
