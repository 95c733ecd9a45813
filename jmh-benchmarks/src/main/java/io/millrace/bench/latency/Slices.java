package io.millrace.bench.latency;

/**
 * A run cut into slices of time, few enough that each can have a histogram of its own, unless a long run has a short warm-up;
 * what counts begins with a slice.
 *
 * @param width         nanoseconds of each
 * @param count         how many
 * @param firstMeasured the first that counts
 */
record Slices(long width, int count, int firstMeasured) {
    private static final int MOST = 64;
    private static final long SHORTEST = 100_000_000;
    private static final long SECOND = 1_000_000_000;

    static Slices of(final Schedule schedule) {
        long width = SHORTEST;
        while (schedule.end() / width > MOST || schedule.measuredFrom() % width != 0) {
            // Up to a second by whole parts of it, since warm-up takes whole seconds, then by seconds.
            width = width < SECOND ? nextPart(width) : width + SECOND;
            if (width > schedule.measuredFrom() && schedule.measuredFrom() > 0) {
                width = schedule.measuredFrom();
                break;
            }
        }
        final int count = Math.toIntExact((schedule.end() + width - 1) / width);
        return new Slices(width, count, Math.toIntExact(schedule.measuredFrom() / width));
    }

    private static long nextPart(final long width) {
        long parts = SECOND / width - 1;
        while (SECOND % parts != 0) {
            parts--;
        }
        return SECOND / parts;
    }

    /** The slice that a time since the start is in; the last one for what comes later. */
    int at(final long sinceStart) {
        return (int) Math.min(count - 1, sinceStart / width);
    }
}
