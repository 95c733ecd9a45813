package io.millrace.engine.stage;

import java.util.Arrays;

/**
 * Keys that can be put in the order of their values. Not hot: used at the end of input and for snapshots.
 *
 * <p>Thread: the stage's. Allocation: grows. Deterministic: yes, once sorted.
 */
public final class KeyList {
    private static final int FEW = 64;

    private long[] keys = new long[FEW];
    private int size;

    public void add(final long key) {
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
        }
        keys[size++] = key;
    }

    public int size() {
        return size;
    }

    public long get(final int index) {
        return keys[index];
    }

    public void clear() {
        size = 0;
    }

    /** Sorts in an order: keys by value, if it is that of a {@link KeySpace}. */
    public void sort(final LongOrder order) {
        // Merge sort on a copy: stable, no boxing, no comparator object.
        split(keys.clone(), keys, 0, size, order);
    }

    private static void split(
            final long[] from, final long[] to, final int start, final int end, final LongOrder order) {
        if (end - start < 2) {
            return;
        }
        final int middle = start + end >>> 1;
        split(to, from, start, middle, order);
        split(to, from, middle, end, order);
        int left = start;
        int right = middle;
        for (int i = start; i < end; i++) {
            final boolean takeLeft = right >= end || left < middle && order.compare(from[left], from[right]) <= 0;
            to[i] = takeLeft ? from[left++] : from[right++];
        }
    }
}
