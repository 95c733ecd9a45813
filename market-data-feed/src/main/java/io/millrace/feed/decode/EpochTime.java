package io.millrace.feed.decode;

/**
 * Times as venues send them, to epoch nanoseconds.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class EpochTime {
    /** Instead of a time: this is none. */
    public static final long NONE = -1;

    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LEAST_MICROS = 1_000_000_000_000_000L;

    private EpochTime() {}

    /**
     * From milliseconds, or microseconds if the number has 16 digits.
     *
     * @return epoch nanoseconds, or {@link #NONE} if that is after the year 2262
     */
    public static long ofMillisOrMicros(final long time) {
        if (time >= LEAST_MICROS) {
            return time <= Long.MAX_VALUE / NANOS_PER_MICRO ? time * NANOS_PER_MICRO : NONE;
        }
        return time >= 0 && time <= Long.MAX_VALUE / NANOS_PER_MILLI ? time * NANOS_PER_MILLI : NONE;
    }
}
