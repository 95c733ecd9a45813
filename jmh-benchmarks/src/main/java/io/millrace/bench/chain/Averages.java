package io.millrace.bench.chain;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** Exponential mean and variance of one key: what the tick flows keep. */
final class Averages {
    static final ItemType<Averages, Averages> TYPE =
            ItemType.of("bench.averages", Averages::new, Averages::write, Averages::read);

    private static final double WEIGHT = 2.0 / 21;

    double mean;
    double variance;
    boolean seeded;

    /** Takes a value and gives its distance from the mean before it, in standard deviations. */
    double score(final double value) {
        if (!seeded) {
            seeded = true;
            mean = value;
            return 0;
        }
        final double difference = value - mean;
        final double score = variance == 0 ? 0 : difference / Math.sqrt(variance);
        final double increment = WEIGHT * difference;
        mean += increment;
        variance = (1 - WEIGHT) * (variance + difference * increment);
        return score;
    }

    /** Takes a value and gives the new mean. */
    double average(final double value) {
        mean = seeded ? mean + WEIGHT * (value - mean) : value;
        seeded = true;
        return mean;
    }

    private static void write(final Averages state, final FieldWriter out) {
        out.putDouble(state.mean).putDouble(state.variance).putBoolean(state.seeded);
    }

    private static void read(final Averages state, final FieldReader in) {
        state.mean = in.takeDouble();
        state.variance = in.takeDouble();
        state.seeded = in.takeBoolean();
    }
}
