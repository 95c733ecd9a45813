package io.millrace.bench.latency;

import io.millrace.bench.chain.Records;
import io.millrace.bench.cost.Disturbances;
import io.millrace.bench.journaled.Scratch;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.operators.Flow;
import io.millrace.report.machine.Jvm;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.LatencyRunBuilder;
import io.millrace.report.results.LatencyStart;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.RunStart;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongConsumer;
import java.util.function.UnaryOperator;
import org.HdrHistogram.Histogram;

/**
 * One latency run, from compiling the flow to its description.
 *
 * <p>Thread: one, which waits while the flow's threads run.
 */
public final class LatencyMeasurement {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int LATEST_END_SECONDS = 60;

    private final LatencyCase what;
    private final UnaryOperator<JournalOptions> journalOptions;
    private final LongConsumer meanwhile;
    private final SteadyClock clock = new SteadyClock();
    private final PlannedFeed feed;
    private final LatencySink sink;
    private final Flow flow;
    private final RunConfig config;
    private final Disturbances disturbances = new Disturbances();
    private long begun;
    private boolean ended;

    public LatencyMeasurement(final LatencyCase what) {
        this(what, UnaryOperator.identity(), nanos -> {});
    }

    /**
     * @param journalOptions changes how the journal is written, in what is not its durability
     * @param meanwhile      called about every millisecond while it runs, with the nanoseconds since its first record
     */
    public LatencyMeasurement(
            final LatencyCase what, final UnaryOperator<JournalOptions> journalOptions, final LongConsumer meanwhile) {
        this.what = what;
        this.meanwhile = meanwhile;
        this.journalOptions = journalOptions;
        feed = new PlannedFeed(what.schedule(), clock, new Records(42).stamp());
        sink = new LatencySink(what.schedule(), feed, clock);
        flow = LatencyCase.flow(feed, sink);
        config = what.config().clock(clock);
    }

    /** Runs it. Returns when the last trade is through, or when it is clear that this will not be soon. */
    public void run(final Scratch scratch) {
        final Schedule schedule = what.schedule();
        begun = clock.nanoTime();
        try (FlowRun run = FlowRun.live(flow, log(scratch), config)) {
            run.start();
            waitUntil(run, schedule.measuredFrom());
            disturbances.begin();
            waitUntil(run, schedule.end() - 50 * NANOS_PER_MILLI);
            disturbances.end();
            ended = run.await(LATEST_END_SECONDS, TimeUnit.SECONDS);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private InputLog log(final Scratch scratch) {
        if (!what.journal().isOn()) {
            return InputLog.NONE;
        }
        final JournalHead head =
                JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
        final JournalOptions options = journalOptions.apply(
                JournalOptions.DEFAULTS.durability(what.journal().durability()));
        return Journal.create(scratch.renew(journalName()), head, options);
    }

    /** Directory of the journal in the scratch directory. */
    public static String journalName() {
        return "journal";
    }

    /** Waits for a time of the schedule. */
    private void waitUntil(final FlowRun run, final long sinceStart) {
        while (run.failure() == null && (feed.start() == 0 || clock.nanoTime() < feed.start() + sinceStart)) {
            LockSupport.parkNanos(NANOS_PER_MILLI);
            if (feed.start() != 0) {
                meanwhile.accept(clock.nanoTime() - feed.start());
            }
        }
    }

    /** Whether all trades came through; otherwise it was given up. */
    public boolean ended() {
        return ended;
    }

    /** Latencies in nanoseconds, one histogram for each half of the measured time. */
    public List<Histogram> histograms() {
        return sink.intervals();
    }

    /**
     * Its description.
     *
     * @param where where the journal is, for readers
     * @param jvm   the one that this runs on
     */
    public LatencyRunBuilder describe(final String where, final Jvm jvm) {
        final Schedule schedule = what.schedule();
        return disturbances.describe(LatencyRun.builder()
                .title(what.title())
                .flow(LatencyCase.FLOW)
                .layout(what.layoutName())
                .journal(what.journal().isOn() ? what.journal().text() + ", " + where : "off")
                .threads(what.threads(), what.waitName())
                .pinned("no")
                .jvm(jvm.gc(), jvm.version())
                .load(new RunLoad(
                        schedule.arrivals().ratePerSecond(),
                        schedule.measuredSeconds(),
                        feed.sentInTime(),
                        waitsForRoom()))
                .arrivals(schedule.arrivals().description())
                .from(LatencyStart.INTENDED_SEND)
                .start(start()));
    }

    private RunStart start() {
        if (feed.start() == 0) {
            return RunStart.UNKNOWN;
        }
        final double firstRecord = (feed.start() - begun) / NANOS_PER_SECOND;
        final OptionalLong steady = sink.steadyAfter();
        return new RunStart(
                OptionalDouble.of(firstRecord),
                steady.isEmpty()
                        ? OptionalDouble.empty()
                        : OptionalDouble.of(firstRecord + steady.getAsLong() / NANOS_PER_SECOND));
    }

    private long waitsForRoom() {
        final AtomicLong waits = new AtomicLong();
        config.counters().forEach((label, value) -> {
            if (label.endsWith("waits for room")) {
                waits.addAndGet(value);
            }
        });
        return waits.get();
    }
}
