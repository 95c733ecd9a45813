package io.millrace.bench.latency;

/**
 * When records come.
 *
 * <p>Thread: any. Allocation: none when asked. Deterministic: yes.
 */
public interface Arrivals {
    /**
     * Nanoseconds from the start to when a record is due; never less than for the record before it.
     *
     * @param number of the record, from 0
     */
    long due(long number);

    /** Records per second, on average; at least 1. */
    long ratePerSecond();

    /** For readers. */
    String description();

    /** What a run's title says of it, with a comma in front; nothing if they are the usual ones. */
    String titleSuffix();

    /** Records per second and what else tells files apart: letters, digits and dashes. */
    String fileName();
}
