package io.millrace.operators.window;

/**
 * Where windows of one length lie in time: window k begins at {@code align + k * offset}.
 *
 * <p>Thread: any, immutable. Allocation: none. Deterministic: yes.
 */
record WindowGrid(long length, long offset, long align) {

    /** Refuses what can't be the lengths of windows. */
    static void check(final long length, final long offset, final long align) {
        if (length <= 0) {
            throw new IllegalArgumentException("a window of " + length + " ns: must be longer than nothing");
        }
        if (length > KeyTime.LONGEST) {
            throw new IllegalArgumentException(
                    "a window of " + length + " ns: at most " + KeyTime.LONGEST + " ns, 36 years");
        }
        if (offset <= 0) {
            throw new IllegalArgumentException(
                    "windows with an offset of " + offset + " ns: must be more than nothing");
        }
        if (offset > length) {
            throw new IllegalArgumentException("windows of " + length + " ns with an offset of " + offset
                    + " ns: the offset must not be more than the length, or items would fall between windows");
        }
        if (align < -KeyTime.LONGEST * 2 || align > KeyTime.LONGEST * 2) {
            throw new IllegalArgumentException("windows aligned to " + align + ": must be epoch nanoseconds");
        }
    }

    /** Beginning of a window. */
    long start(final long id) {
        return align + id * offset;
    }

    /** The last window that a time falls into. */
    long lastId(final long time) {
        return Math.floorDiv(time - align, offset);
    }

    /** The first window that a time falls into; all before it end at that time or earlier. */
    long firstId(final long time) {
        return Math.floorDiv(time - align - length, offset) + 1;
    }
}
