package io.millrace.operators.market;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/**
 * How many standard deviations an input is from the mean of the n inputs before it, which do not include it; population
 * deviation. State of one key.
 *
 * <p>Mean and deviation are computed anew from the window each time, so that no rounding error builds up.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class ZScore {
    private final double[] window;
    private long count;

    private ZScore(final int period) {
        window = new double[period];
    }

    /** Scores against the n inputs before. */
    public static ItemType<ZScore, ZScore> over(final int period) {
        return ItemType.of("millrace.zscore-" + period, () -> new ZScore(period), ZScore::write, ZScore::read);
    }

    /**
     * Takes an input.
     *
     * @return its score, or NaN if there were fewer than n inputs before it or they were all equal
     */
    public double add(final double input) {
        final double score = count < window.length ? Double.NaN : score(input);
        window[(int) (count % window.length)] = input;
        count++;
        return score;
    }

    private double score(final double input) {
        double sum = 0;
        for (final double value : window) {
            sum += value;
        }
        final double mean = sum / window.length;
        double squares = 0;
        for (final double value : window) {
            squares += (value - mean) * (value - mean);
        }
        return squares == 0 ? Double.NaN : (input - mean) / Math.sqrt(squares / window.length);
    }

    private void write(final FieldWriter out) {
        out.putLong(count);
        for (final double value : window) {
            out.putDouble(value);
        }
    }

    private void read(final FieldReader in) {
        count = in.takeLong();
        for (int i = 0; i < window.length; i++) {
            window[i] = in.takeDouble();
        }
    }
}
