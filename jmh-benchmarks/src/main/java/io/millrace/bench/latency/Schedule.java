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
 *
 * @param ratePerSecond   trades per second
 * @param warmUpSeconds   seconds at that rate that don't count
 * @param measuredSeconds seconds that do
 */
record Schedule(long ratePerSecond, int warmUpSeconds, int measuredSeconds) {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** Trades in all. */
    long total() {
        return ratePerSecond * (warmUpSeconds + measuredSeconds);
    }

    /** Trades that count. */
    long measured() {
        return ratePerSecond * measuredSeconds;
    }

    /** Nanoseconds from the start to when a trade is due. */
    long due(final long number) {
        return number / ratePerSecond * NANOS_PER_SECOND + number % ratePerSecond * NANOS_PER_SECOND / ratePerSecond;
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
