package io.millrace.report.support;

import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.LatencyRunBuilder;
import io.millrace.report.results.LatencyStart;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.RunStart;
import io.millrace.report.results.ThreadCost;
import io.millrace.report.results.VmCost;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.HdrHistogram.Histogram;

/** Latency runs as a benchmark would describe them, and histograms that look like measured ones. */
public final class SampleRuns {
    public static final int SECONDS = 10;

    private SampleRuns() {}

    /** A quiet run, complete. */
    public static LatencyRunBuilder run(final String layout, final long rate) {
        return LatencyRun.builder()
                .title(layout + " at " + rate / 1000 + "k")
                .flow("tee: 1 s candle, z-score")
                .layout(layout)
                .journal("memory-mapped")
                .threads(1, "yield")
                .pinned("no")
                .jvm("Serial", "17.0.15+6")
                .load(new RunLoad(rate, SECONDS, rate * SECONDS, 0))
                .from(LatencyStart.INTENDED_SEND)
                .foreignLoad(false)
                .stealPercent(OptionalDouble.of(0.02))
                .contextSwitches(OptionalLong.of(12), OptionalLong.of(240))
                .pageFaults(OptionalLong.of(1_830), OptionalLong.of(0))
                .allocatedBytes(OptionalLong.of(0))
                .collections(OptionalLong.of(0))
                .safepoints(OptionalLong.of(2))
                .vm(new VmCost(
                        OptionalLong.of(310_000), OptionalLong.of(190_000), OptionalLong.of(3), OptionalLong.of(0)))
                .threadCosts(List.of(
                        new ThreadCost("millrace-ingres", 2, 200, 1_800, 0),
                        new ThreadCost("millrace-risk", 10, 40, 30, 0)))
                .start(new RunStart(OptionalDouble.of(1.4), OptionalDouble.of(2.6)));
    }

    /** One histogram per second: most records near the median, a few percent far out, by a log-normal law. */
    public static List<Histogram> intervals(
            final long seed, final double median, final double tail, final int records) {
        final Random random = new Random(seed);
        final List<Histogram> intervals = new ArrayList<>();
        for (int second = 0; second < SECONDS; second++) {
            final Histogram histogram = new Histogram(3);
            histogram.setStartTimeStamp(second * 1000L);
            histogram.setEndTimeStamp(second * 1000L + 1000);
            for (int i = 0; i < records / SECONDS; i++) {
                final double body = median * Math.exp(random.nextGaussian() * 0.18);
                final double far = random.nextInt(100) < 2 ? tail * Math.exp(random.nextGaussian() * 1.1) : 0;
                histogram.recordValue((long) (body + far));
            }
            intervals.add(histogram);
        }
        return intervals;
    }

    /** A single histogram of these values. */
    public static List<Histogram> values(final long... nanos) {
        final Histogram histogram = new Histogram(3);
        for (final long value : nanos) {
            histogram.recordValue(value);
        }
        return List.of(histogram);
    }
}
