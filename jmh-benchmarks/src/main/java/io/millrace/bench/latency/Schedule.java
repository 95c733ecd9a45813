package io.millrace.bench.latency;

/**
 * When trades are due, and which of them count.
 *
 * <pre>
 *   start            start + warm-up                    start + warm-up + measured
 *   ├── don't count ─┼── count ─────────────────────────┤
 * </pre>
 *
 * <p>Thread: any. Immutable.
 */
final class Schedule {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Arrivals arrivals;
    private final int warmUpSeconds;
    private final int measuredSeconds;
    private final long total;
    private final long uncounted;

    /**
     * Plans.
     *
     * @param arrivals        when trades come
     * @param warmUpSeconds   seconds that don't count
     * @param measuredSeconds seconds that do
     */
    Schedule(final Arrivals arrivals, final int warmUpSeconds, final int measuredSeconds) {
        this.arrivals = arrivals;
        this.warmUpSeconds = warmUpSeconds;
        this.measuredSeconds = measuredSeconds;
        this.uncounted = before(measuredFrom());
        this.total = before(end());
    }

    /** The number of trades that are due before a time: due times ascend. */
    private long before(final long nanos) {
        long low = 0;
        long high = 1;
        while (arrivals.due(high) < nanos) {
            high *= 2;
        }
        while (low < high) {
            final long middle = (low + high) >>> 1;
            if (arrivals.due(middle) < nanos) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** When trades come. */
    Arrivals arrivals() {
        return arrivals;
    }

    /** Trades in all. */
    long total() {
        return total;
    }

    /** Trades that count. */
    long measured() {
        return total - uncounted;
    }

    /** Nanoseconds from the start to when a trade is due. */
    long due(final long number) {
        return arrivals.due(number);
    }

    /** Seconds that count. */
    int measuredSeconds() {
        return measuredSeconds;
    }

    /** Nanoseconds from the start to the first trade that counts. */
    long measuredFrom() {
        return warmUpSeconds * NANOS_PER_SECOND;
    }

    /** Nanoseconds from the start to the end. */
    long end() {
        return measuredFrom() + measuredSeconds * NANOS_PER_SECOND;
    }
}
