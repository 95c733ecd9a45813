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
public final class Schedule {
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
    public Schedule(final Arrivals arrivals, final int warmUpSeconds, final int measuredSeconds) {
        this.arrivals = arrivals;
        this.warmUpSeconds = warmUpSeconds;
        this.measuredSeconds = measuredSeconds;
        this.uncounted = before(measuredFrom());
        this.total = before(end());
    }

    /**
     * How many trades are due before a time.
     *
     * @param nanos since the start
     */
    public long before(final long nanos) {
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
    public Arrivals arrivals() {
        return arrivals;
    }

    /** Trades in all. */
    public long total() {
        return total;
    }

    /** Trades that count. */
    public long measured() {
        return total - uncounted;
    }

    /** Nanoseconds from the start to when a trade is due. */
    long due(final long number) {
        return arrivals.due(number);
    }

    /** Seconds that count. */
    public int measuredSeconds() {
        return measuredSeconds;
    }

    /** Nanoseconds from the start to the first trade that counts. */
    long measuredFrom() {
        return warmUpSeconds * NANOS_PER_SECOND;
    }

    /** Nanoseconds from the start to the end. */
    public long end() {
        return measuredFrom() + measuredSeconds * NANOS_PER_SECOND;
    }
}
