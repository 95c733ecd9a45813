package io.millrace.bench.sweep;

import io.millrace.report.figure.HeldRate;
import io.millrace.report.results.RunLoad;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;

/** Where latency breaks, as reports have it, so that a higher rate would tell nothing more. */
final class BreakingPoint {
    private static final double PERCENTILE = 99;

    private BreakingPoint() {}

    /**
     * Looks at one rate.
     *
     * @param ended   whether all trades came through
     * @param planned trades that were due in the measured window
     * @return what broke; empty if it held
     */
    static Optional<String> of(
            final boolean ended, final long planned, final RunLoad load, final List<Histogram> latencies) {
        if (!ended) {
            return Optional.of("far behind its schedule, given up");
        }
        if (load.sent() < planned * HeldRate.LEAST_SENT) {
            return Optional.of("only " + load.sent() + " of " + planned + " trades sent in time");
        }
        final Histogram sum = new Histogram(latencies.get(0));
        latencies.forEach(sum::add);
        final long p99 = sum.getValueAtPercentile(PERCENTILE);
        return p99 > HeldRate.MOST_NANOS ? Optional.of("p99 is " + p99 / 1_000 + " µs") : Optional.empty();
    }
}
