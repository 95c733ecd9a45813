package io.millrace.feed.simulator;

/**
 * A position that was closed by the venue.
 *
 * @param time epoch nanoseconds
 * @param tick price
 * @param lots size
 * @param buy  whether the closing order bought
 */
public record Liquidated(long time, long tick, long lots, boolean buy) {}
