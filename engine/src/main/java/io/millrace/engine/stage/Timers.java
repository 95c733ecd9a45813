package io.millrace.engine.stage;

import java.util.Arrays;

/**
 * The timers of one stage: a binary heap in primitive arrays, ordered by deadline, then place of the step in the graph,
 * then key by value, then count of the setting.
 *
 * <p>Thread: the stage's. Allocation: only when more timers are pending than ever before. Deterministic: yes.
 *
 * <p>A timer is known by its handle, which is valid until it has fired or was cancelled.
 */
public final class Timers implements LongOrder {
    /** How the keys of a step compare. */
    @FunctionalInterface
    public interface KeySpaces {
        KeySpace at(int place);
    }

    /** A handle that no timer has. */
    public static final int NONE = -1;

    /** {@link #nextDeadline()} when nothing is pending. */
    public static final long NEVER = Long.MAX_VALUE;

    private static final int FEW = 64;

    private final StageClock clock;
    private final KeySpaces keySpaces;
    private long nextDeadline = NEVER;
    private long settings;
    private int size;
    private int[] heap = new int[FEW];
    private int[] position = new int[FEW];
    private long[] deadlines = new long[FEW];
    private int[] places = new int[FEW];
    private long[] keys = new long[FEW];
    private long[] counts = new long[FEW];
    private long[] tags = new long[FEW];
    private int[] free = new int[FEW];
    private int freeSize;

    /**
     * @param clock     the stage's
     * @param keySpaces how the keys of each step compare
     */
    public Timers(final StageClock clock, final KeySpaces keySpaces) {
        this.clock = clock;
        this.keySpaces = keySpaces;
        fillFree(0);
    }

    /**
     * Sets a timer.
     *
     * @param place    step that is to be called
     * @param key      key that it is called with
     * @param deadline stage time in epoch nanoseconds; if not in the future, the next nanosecond is taken
     * @param tag      number that it is called with
     * @return handle
     */
    public int set(final int place, final long key, final long deadline, final long tag) {
        if (freeSize == 0) {
            grow();
        }
        final int handle = free[--freeSize];
        places[handle] = place;
        keys[handle] = key;
        tags[handle] = tag;
        stampSetting(handle, deadline);
        heap[size] = handle;
        position[handle] = size;
        siftUp(size++);
        nextDeadline = deadlines[heap[0]];
        return handle;
    }

    /** Gives a pending timer another deadline, as if it had been cancelled and set again. */
    public void move(final int handle, final long deadline) {
        stampSetting(handle, deadline);
        siftUp(position[handle]);
        siftDown(position[handle]);
        nextDeadline = deadlines[heap[0]];
    }

    /** Takes a pending timer back. */
    public void cancel(final int handle) {
        removeAt(position[handle]);
    }

    private void stampSetting(final int handle, final long deadline) {
        final long now = clock.now();
        deadlines[handle] = deadline > now ? deadline : now + 1;
        counts[handle] = settings++;
    }

    /** Deadline of the timer that fires next, or {@link #NEVER}. */
    public long nextDeadline() {
        return nextDeadline;
    }

    /** Handle of the timer that fires next; there must be one. */
    public int next() {
        return heap[0];
    }

    public int place(final int handle) {
        return places[handle];
    }

    public long key(final int handle) {
        return keys[handle];
    }

    public long tag(final int handle) {
        return tags[handle];
    }

    public long count(final int handle) {
        return counts[handle];
    }

    public long deadline(final int handle) {
        return deadlines[handle];
    }

    /** Takes out the timer that fires next; its handle may be used by the next {@link #set}. */
    public void removeNext() {
        removeAt(0);
    }

    /** Number of pending timers. */
    public int size() {
        return size;
    }

    /** Forgets all timers, in place. */
    public void reset() {
        size = 0;
        settings = 0;
        freeSize = 0;
        fillFree(0);
        nextDeadline = NEVER;
    }

    /** Adds the handles of the pending timers of one step, in no order that means anything. */
    void collect(final int place, final KeyList handles) {
        for (int i = 0; i < size; i++) {
            if (places[heap[i]] == place) {
                handles.add(heap[i]);
            }
        }
    }

    /** The order in which timers fire, of two handles. */
    @Override
    public int compare(final long left, final long right) {
        return left == right ? 0 : before((int) left, (int) right) ? -1 : 1;
    }

    /** Puts off the pending timers of one step; one that is further off than can be told never fires. */
    public void putOff(final int place, final long nanos) {
        for (int i = 0; i < size; i++) {
            final int handle = heap[i];
            if (places[handle] == place) {
                deadlines[handle] = deadlines[handle] > NEVER - nanos ? NEVER : deadlines[handle] + nanos;
            }
        }
        for (int index = (size >> 1) - 1; index >= 0; index--) {
            siftDown(index);
        }
        nextDeadline = size == 0 ? NEVER : deadlines[heap[0]];
    }

    private void removeAt(final int index) {
        free[freeSize++] = heap[index];
        final int last = heap[--size];
        if (index < size) {
            heap[index] = last;
            position[last] = index;
            siftUp(index);
            siftDown(position[last]);
        }
        nextDeadline = size == 0 ? NEVER : deadlines[heap[0]];
    }

    private void siftUp(final int from) {
        int index = from;
        final int handle = heap[index];
        while (index > 0) {
            final int parent = index - 1 >> 1;
            if (!before(handle, heap[parent])) {
                break;
            }
            place(heap[parent], index);
            index = parent;
        }
        place(handle, index);
    }

    private void siftDown(final int from) {
        int index = from;
        final int handle = heap[index];
        while (true) {
            int child = 2 * index + 1;
            if (child >= size) {
                break;
            }
            if (child + 1 < size && before(heap[child + 1], heap[child])) {
                child++;
            }
            if (!before(heap[child], handle)) {
                break;
            }
            place(heap[child], index);
            index = child;
        }
        place(handle, index);
    }

    private void place(final int handle, final int index) {
        heap[index] = handle;
        position[handle] = index;
    }

    private boolean before(final int left, final int right) {
        if (deadlines[left] != deadlines[right]) {
            return deadlines[left] < deadlines[right];
        }
        if (places[left] != places[right]) {
            return places[left] < places[right];
        }
        if (keys[left] != keys[right]) {
            return keySpaces.at(places[left]).compare(keys[left], keys[right]) < 0;
        }
        return counts[left] < counts[right];
    }

    private void grow() {
        final int old = heap.length;
        final int length = old * 2;
        heap = Arrays.copyOf(heap, length);
        position = Arrays.copyOf(position, length);
        deadlines = Arrays.copyOf(deadlines, length);
        places = Arrays.copyOf(places, length);
        keys = Arrays.copyOf(keys, length);
        counts = Arrays.copyOf(counts, length);
        tags = Arrays.copyOf(tags, length);
        free = Arrays.copyOf(free, length);
        fillFree(old);
    }

    private void fillFree(final int from) {
        for (int handle = heap.length - 1; handle >= from; handle--) {
            free[freeSize++] = handle;
        }
    }
}
