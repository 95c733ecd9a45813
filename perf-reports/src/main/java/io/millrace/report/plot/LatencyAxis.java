package io.millrace.report.plot;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Quantity;
import io.millrace.report.results.MeasuredRun;
import java.util.List;

/** The axis of latencies, the same in all panels of a flow, so that they can be compared across panels. */
public final class LatencyAxis {
    /** A clock may see no time pass at all, which no logarithm can show. */
    private static final double LEAST_NANOS = 1;

    private final LogScale scale;

    private LatencyAxis(final LogScale scale) {
        this.scale = scale;
    }

    /** From the least median to the greatest of the highest percentile that is shown. */
    public static LatencyAxis of(final FlowRuns flow, final double highestPercentile) {
        final List<MeasuredRun> runs =
                flow.runs().stream().filter(run -> run.count() > 0).toList();
        final long least = runs.stream().mapToLong(run -> run.at(50)).min().orElse(100);
        final long greatest =
                runs.stream().mapToLong(run -> run.at(highestPercentile)).max().orElse(100_000);
        return new LatencyAxis(LogScale.rounded(
                Math.max((double) least, LEAST_NANOS),
                Math.max((double) greatest, LEAST_NANOS),
                Panel.BOTTOM,
                Panel.TOP));
    }

    double at(final long nanos) {
        return scale.at(Math.max((double) nanos, LEAST_NANOS));
    }

    List<Tick> ticks() {
        return scale.ticks(Quantity::duration);
    }
}
