package io.millrace.report.support;

import io.millrace.report.results.ResultsWriter;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.RunStart;
import io.millrace.report.results.ThreadCost;
import io.millrace.report.results.VmCost;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a full benchmark run leaves beside the usual latency runs: bursts, recorded arrivals, a sweep, a long run. */
public final class SampleStudies {
    /** Name of the sweep. */
    public static final String SWEEP = "Sweep of layouts and wait strategies";

    /** Name of the long run. */
    public static final String LONG_RUN = "Long run without a collector";

    private static final int RECORDS = 100_000;
    private static final long BREAKS_FROM = 1_000_000;

    private SampleStudies() {}

    /** Adds them. */
    public static void addTo(final ResultsWriter results) {
        for (final long rate : new long[] {100_000, 500_000}) {
            results.latency(
                    "bursts-" + rate,
                    SampleRuns.run("fused", rate).arrivals("bursts of 100").build(),
                    SampleRuns.intervals(rate, 4_000, 12_000, RECORDS));
        }
        for (final int pace : new int[] {1, 10, 100}) {
            results.latency(
                    "recorded-" + pace,
                    SampleRuns.run("fused", 272L * pace)
                            .title("fused, " + pace + " x recorded")
                            .arrivals("as recorded")
                            .start(new RunStart(OptionalDouble.of(1.2), OptionalDouble.empty()))
                            .build(),
                    SampleRuns.intervals(pace, 300, 12_000, RECORDS / 10));
        }
        sweep(results, "fused", "spin", 160);
        sweep(results, "fused", "yield", 190);
        sweep(results, "threaded", "yield", 600);
        sweep(results, "threaded", "backoff", 1_400);
        results.latency(
                "long-run",
                SampleRuns.run("fused", 500_000)
                        .study(LONG_RUN)
                        .title("fused, journal on, 71 of 256 MiB of heap used at the end")
                        .jvm("Epsilon", "17.0.15+6")
                        .load(new RunLoad(500_000, 600, 300_000_000, 0))
                        .build(),
                SampleRuns.intervals(5, 190, 20_000, RECORDS));
    }

    private static void sweep(
            final ResultsWriter results, final String layout, final String wait, final double median) {
        for (final long rate : new long[] {100_000, 500_000, 1_000_000}) {
            final boolean breaks = layout.equals("threaded") && rate == BREAKS_FROM;
            results.latency(
                    "sweep-" + layout + "-" + wait + "-" + rate,
                    SampleRuns.run(layout, rate)
                            .study(SWEEP)
                            .title(layout + ", " + wait)
                            .threads(layout.equals("fused") ? 1 : 2, wait)
                            .vm(new VmCost(
                                    OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0), OptionalLong.of(0)))
                            .threadCosts(List.of(new ThreadCost("millrace-ingres", 0, 12, 900, 0)))
                            .build(),
                    SampleRuns.intervals(rate, median, breaks ? 9_000_000 : 9_000 + rate / 100.0, RECORDS));
        }
    }
}
