package io.millrace.bench.latency;

import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.decode.SharedCapture;
import io.millrace.bench.journaled.Scratch;
import io.millrace.engine.run.Layout;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.ResultsWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Measures latencies at planned rates, of constant, bursty and recorded arrivals, fused and threaded, and writes their
 * histograms; see the package for the picture.
 */
public final class LatencyHarness {
    private static final String MARKET = "usdm";
    private static final int BURST = 100;

    private final Path parent;
    private final MachineContext context;
    private final ResultsWriter results;

    /**
     * Measures into a results directory.
     *
     * @param parent where journals are made; has about 2 GiB free
     */
    public LatencyHarness(final Path parent, final MachineContext context, final ResultsWriter results) {
        this.parent = parent;
        this.context = context;
        this.results = results;
    }

    /** Measures all. */
    public void run(final Effort effort, final Consumer<String> progress) {
        for (final LatencyCase each : cases(effort)) {
            measure(each, progress);
        }
        if (!SharedCapture.isRecorded(MARKET)) {
            progress.accept("latency of recorded arrivals: left out, since there is no recorded capture");
        }
    }

    private static List<LatencyCase> cases(final Effort effort) {
        final long[] rates = switch (effort) {
            case FULL -> new long[] {10_000, 100_000, 500_000, 1_000_000};
            case QUICK -> new long[] {100_000, 500_000};
            case SMOKE -> new long[] {10_000};
        };
        final List<LatencyCase> cases = new ArrayList<>();
        for (final long rate : rates) {
            final Schedule schedule = schedule(new ConstantArrivals(rate), effort);
            cases.add(LatencyCase.of(Layout.FUSED, JournalLevel.PROCESS, schedule));
            cases.add(LatencyCase.of(Layout.THREADED, JournalLevel.PROCESS, schedule));
            if (effort == Effort.FULL) {
                cases.add(LatencyCase.of(Layout.FUSED, JournalLevel.OFF, schedule));
            }
        }
        final long[] burstRates = effort == Effort.FULL ? new long[] {100_000, 500_000} : new long[] {rates[0]};
        for (final long rate : burstRates) {
            addUneven(cases, effort, schedule(new BurstArrivals(rate, BURST), effort));
        }
        if (SharedCapture.isRecorded(MARKET)) {
            final RecordedArrivals recorded = RecordedArrivals.of(SharedCapture.of(MARKET));
            final int[] paces = effort == Effort.FULL ? new int[] {1, 10, 100} : new int[] {100};
            for (final int pace : paces) {
                addUneven(cases, effort, schedule(recorded.at(pace), effort));
            }
        }
        return cases;
    }

    private static Schedule schedule(final Arrivals arrivals, final Effort effort) {
        return new Schedule(arrivals, effort.of(3, 2, 1), effort.of(10, 5, 1));
    }

    private static void addUneven(final List<LatencyCase> cases, final Effort effort, final Schedule schedule) {
        cases.add(LatencyCase.of(Layout.FUSED, JournalLevel.PROCESS, schedule));
        if (effort == Effort.FULL) {
            cases.add(LatencyCase.of(Layout.THREADED, JournalLevel.PROCESS, schedule));
        }
    }

    /** One run. */
    private void measure(final LatencyCase each, final Consumer<String> progress) {
        final LatencyMeasurement measurement = new LatencyMeasurement(each);
        try (Scratch scratch = new Scratch(parent)) {
            if (each.journal().isOn()) {
                scratch.touch(2 * each.schedule().total() * Records.LENGTH);
            }
            measurement.run(scratch);
            final LatencyRun run =
                    measurement.describe(scratch.describe(), context.jvm()).build();
            results.latency(each.name(), run, measurement.histograms());
            progress.accept(run.title() + ", " + run.load().ratePerSecond() + "/s: "
                    + (measurement.ended() ? "done" : "far behind its schedule, given up"));
        }
    }
}
