package io.millrace.bench.peers;

import io.millrace.bench.compare.Effort;

/**
 * How much is measured.
 *
 * @param trades      how many distinct ones
 * @param rounds      in each, every peer has a process
 * @param repetitions in each process
 * @param seconds     after which a process begins no other repetition, so that the slow ones end; it does two in any case
 */
record Work(int trades, int rounds, int repetitions, int seconds) {
    private static final int MOST_TRADES = 16_000_000;

    Work {
        if (trades < 1_000 || trades > MOST_TRADES || rounds < 1 || repetitions < 1) {
            throw new IllegalArgumentException("there must be from 1000 to " + MOST_TRADES
                    + " trades, a round and a repetition at least: " + trades + ", " + rounds + ", " + repetitions);
        }
    }

    /** As much as an effort stands for. */
    static Work of(final Effort effort) {
        return new Work(
                effort.of(10_000_000, 2_000_000, 5_000), effort.of(3, 1, 1), effort.of(12, 5, 2), effort.of(60, 10, 5));
    }

    /** Whether a process does another repetition. */
    boolean goesOn(final int done, final long nanos) {
        return done < repetitions && (done < 2 || nanos < seconds * 1_000_000_000L);
    }
}
