package io.millrace.feed.simulator;

/**
 * Levels of one side that were set since the last report, whether they are other than before or not: whoever has taken a
 * snapshot in between must be told them, too.
 *
 * <p>Thread: one. Allocation: none after construction. Deterministic: yes.
 */
final class TouchedLevels {
    private final boolean[] is;
    private final long[] ticks;
    private int count;

    /** @param window ticks that there may be at a time, a power of two */
    TouchedLevels(final int window) {
        is = new boolean[window];
        ticks = new long[window];
    }

    private int place(final long tick) {
        return (int) tick & is.length - 1;
    }

    void add(final long tick) {
        if (!is[place(tick)]) {
            is[place(tick)] = true;
            ticks[count++] = tick;
        }
    }

    int count() {
        return count;
    }

    long tick(final int index) {
        return ticks[index];
    }

    void clear() {
        for (int i = 0; i < count; i++) {
            is[place(ticks[i])] = false;
        }
        count = 0;
    }
}
