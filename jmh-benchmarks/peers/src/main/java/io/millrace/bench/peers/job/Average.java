package io.millrace.bench.peers.job;

/**
 * Exponential average of the closes of one instrument; begins with the first.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes, to the bit. Has public fields because engines want them.
 */
public final class Average {
    /** Weight of a value: that of an average of twenty. */
    public static final double WEIGHT = 2.0 / 21;

    public double mean;
    public boolean seeded;

    /** Makes one of nothing. */
    public Average() {}

    /** Takes a value and gives the new average. */
    public double add(final double value) {
        mean = seeded ? mean + WEIGHT * (value - mean) : value;
        seeded = true;
        return mean;
    }
}
