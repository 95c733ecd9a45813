package io.millrace.bench.latency;

import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.journaled.Scratch;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.operators.Flow;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.LatencyStart;
import io.millrace.report.results.ResultsWriter;
import io.millrace.report.results.RunLoad;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** Measures latencies at planned rates, fused and threaded, and writes their histograms; see the package for the picture. */
public final class LatencyHarness {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int LATEST_END_SECONDS = 120;

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
            final LatencyRun run = measure(each, progress);
            progress.accept(run.title() + ", " + each.schedule().ratePerSecond() + "/s: done");
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
            final Schedule schedule = new Schedule(rate, effort.of(3, 2, 1), effort.of(10, 5, 1));
            cases.add(new LatencyCase(Layout.FUSED, true, schedule));
            cases.add(new LatencyCase(Layout.THREADED, true, schedule));
            if (effort == Effort.FULL) {
                cases.add(new LatencyCase(Layout.FUSED, false, schedule));
            }
        }
        return cases;
    }

    /** One run. */
    private LatencyRun measure(final LatencyCase each, final Consumer<String> progress) {
        final Schedule schedule = each.schedule();
        final SteadyClock clock = new SteadyClock();
        final PlannedFeed feed = new PlannedFeed(schedule, clock, new Records(42).stamp());
        final LatencySink sink = new LatencySink(schedule, feed, clock);
        final Flow flow = LatencyCase.flow(feed, sink);
        final RunConfig config = each.config().clock(clock);
        try (Scratch scratch = new Scratch(parent)) {
            if (each.journaled()) {
                scratch.touch(2 * schedule.total() * Records.LENGTH);
            }
            final Disturbances disturbances = new Disturbances();
            try (FlowRun run = FlowRun.live(flow, log(each, flow, scratch), config)) {
                run.start();
                waitUntil(run, feed, clock, schedule.measuredFrom());
                disturbances.begin();
                waitUntil(run, feed, clock, schedule.end() - 50 * NANOS_PER_MILLI);
                disturbances.end();
                if (!run.await(LATEST_END_SECONDS, TimeUnit.SECONDS)) {
                    progress.accept(each.name() + ": far behind its schedule, given up");
                }
            } catch (final InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
            final List<Histogram> histograms =
                    sink.intervals((feed.start() + schedule.measuredFrom()) / NANOS_PER_MILLI);
            final LatencyRun described = describe(each, scratch, config, disturbances);
            results.latency(each.name(), described, histograms);
            return described;
        }
    }

    private static InputLog log(final LatencyCase each, final Flow flow, final Scratch scratch) {
        if (!each.journaled()) {
            return InputLog.NONE;
        }
        final JournalHead head =
                JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
        return Journal.create(scratch.renew("journal"), head, JournalOptions.DEFAULTS);
    }

    /** Waits for a time of the schedule. */
    private static void waitUntil(
            final FlowRun run, final PlannedFeed feed, final SteadyClock clock, final long sinceStart) {
        while (run.failure() == null && (feed.start() == 0 || clock.nanoTime() < feed.start() + sinceStart)) {
            LockSupport.parkNanos(NANOS_PER_MILLI);
        }
    }

    private LatencyRun describe(
            final LatencyCase each, final Scratch scratch, final RunConfig config, final Disturbances disturbances) {
        final Schedule schedule = each.schedule();
        final String journal = each.journaled() ? "process, " + scratch.describe() : "off";
        return disturbances
                .describe(LatencyRun.builder()
                        .title(each.layoutName() + (each.journaled() ? ", journal on" : ", journal off"))
                        .flow(LatencyCase.FLOW)
                        .layout(each.layoutName())
                        .journal(journal)
                        .threads(each.threads(), each.waitMode().name().toLowerCase(Locale.ROOT))
                        .pinned("no")
                        .jvm(context.jvm().gc(), context.jvm().version())
                        .load(new RunLoad(
                                schedule.ratePerSecond(),
                                schedule.measuredSeconds(),
                                schedule.measured(),
                                waits(config)))
                        .from(LatencyStart.INTENDED_SEND))
                .build();
    }

    private static long waits(final RunConfig config) {
        final AtomicLong waits = new AtomicLong();
        config.counters().forEach((label, value) -> {
            if (label.endsWith("waits for room")) {
                waits.addAndGet(value);
            }
        });
        return waits.get();
    }
}
