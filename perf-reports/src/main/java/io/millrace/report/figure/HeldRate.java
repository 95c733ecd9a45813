package io.millrace.report.figure;

import io.millrace.report.results.MeasuredRun;
import java.util.Optional;

/**
 * Up to which rate a series holds: p99 is at most a millisecond, and at least 99 % of what was due was sent in time.
 *
 * @param highest the run at the highest rate up to which all hold, if any does
 * @param broken  the run at the first rate that does not, if there is one
 */
public record HeldRate(Optional<MeasuredRun> highest, Optional<MeasuredRun> broken) {
    /** The greatest p99 that holds, nanoseconds. */
    public static final long MOST_NANOS = 1_000_000;

    /** The least share of what was due that must be sent in time. */
    public static final double LEAST_SENT = 0.99;

    private static final double P99 = 99;

    /** Looks at the runs of a series from the lowest rate on. */
    public static HeldRate of(final Series series) {
        Optional<MeasuredRun> highest = Optional.empty();
        for (final MeasuredRun run : series.runs()) {
            if (!holds(run)) {
                return new HeldRate(highest, Optional.of(run));
            }
            highest = Optional.of(run);
        }
        return new HeldRate(highest, Optional.empty());
    }

    private static boolean holds(final MeasuredRun run) {
        return run.count() > 0
                && run.at(P99) <= MOST_NANOS
                && run.run().load().achievedPerSecond() >= run.run().load().ratePerSecond() * LEAST_SENT;
    }

    /** The highest rate in words. */
    public String rate() {
        return highest.map(run -> Quantity.rate(run.run().load().ratePerSecond()))
                .orElse("none");
    }

    /** What broke at which rate, in words. */
    public String breaking() {
        return broken.map(HeldRate::breaking).orElse("nothing up to the highest rate");
    }

    private static String breaking(final MeasuredRun run) {
        final String at = " at " + Quantity.rate(run.run().load().ratePerSecond());
        if (run.count() == 0) {
            return "nothing came" + at;
        }
        if (run.at(P99) > MOST_NANOS) {
            return "p99 is " + Quantity.duration(run.at(P99)) + at;
        }
        return "only " + Quantity.rate(run.run().load().achievedPerSecond()) + " sent" + at;
    }
}
