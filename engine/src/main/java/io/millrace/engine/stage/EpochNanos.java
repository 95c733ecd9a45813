package io.millrace.engine.stage;

/**
 * Which numbers count as epoch nanoseconds: those from 1897 to 2079. A time in another unit, or one that was never set, is
 * most often outside; and within, no sum of a time and a length that operators take outgrows 64 bits.
 *
 * <p>Thread: any. Allocation: none but for the words of {@link #refusal}.
 */
public final class EpochNanos {
    private static final long EARLIEST = -(1L << 61);
    private static final long LATEST = (1L << 61) + (1L << 60);

    private EpochNanos() {}

    /** Whether it counts as epoch nanoseconds. */
    public static boolean isTime(final long nanos) {
        return nanos >= EARLIEST && nanos <= LATEST;
    }

    /**
     * The message for what {@link #isTime} refuses.
     *
     * @param whose says who gives the time, up to a verb: {@code "the item's time is"}
     */
    public static String refusal(final String whose, final long nanos) {
        return whose + " " + nanos + ": must be epoch nanoseconds from " + EARLIEST + " to " + LATEST;
    }
}
