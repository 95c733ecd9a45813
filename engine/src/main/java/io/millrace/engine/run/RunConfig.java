package io.millrace.engine.run;

import io.millrace.engine.compile.StepObserver;
import io.millrace.engine.loop.Cuts;
import io.millrace.engine.loop.Pacer;
import io.millrace.engine.metrics.Counters;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.SnapshotStore;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import net.openhft.affinity.AffinityLock;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;

/**
 * How a flow is run. None of it changes a result, but for {@link #skips(long...)}. Setters and accessors share a name; a run reads it when it is made.
 *
 * <p>Thread: one.
 */
public final class RunConfig {
    private Layout layout = Layout.FUSED;
    private boolean specialize = true;
    private boolean check;
    private int ringUnits = 1 << 14;
    private int batchRecords = 256;
    private int batchBytes = 48 << 10;
    private WaitMode waitMode = WaitMode.AUTO;
    private int[] cpus = new int[0];
    private double pace = Pacer.UNLIMITED;
    private EpochNanoClock clock = new OffsetEpochNanoClock();
    private Counters counters;
    private Supplier<InputLogReader> warmUp;
    private Duration warmUpAtMost = Duration.ofSeconds(10);
    private long[] skips = new long[0];
    private Consumer<String> reporter = message -> {};
    private StepObserver observer;
    private boolean discard;
    private SnapshotStore snapshots = SnapshotStore.NONE;
    private long snapshotEvery = Cuts.ON_REQUEST;
    private LongConsumer onSnapshot = neededFrom -> {};
    private LongFunction<InputLogReader> replica;
    private StepSearch stepSearch = StepSearch.NONE;
    private boolean acceptsOtherSteps;

    /** Threads. */
    public Layout layout() {
        return layout;
    }

    /** Threads. */
    public RunConfig layout(final Layout value) {
        layout = value;
        return this;
    }

    /** Whether operators get classes of their own; off for debuggers, coverage and agents, which do not see them. */
    public boolean specialize() {
        return specialize;
    }

    /** Whether operators get classes of their own; off for debuggers, coverage and agents, which do not see them. */
    public RunConfig specialize(final boolean value) {
        specialize = value;
        return this;
    }

    /** Whether it is checked, with every item, that steps neither change nor keep what they are given. Slow. */
    public boolean check() {
        return check;
    }

    /** Whether it is checked, with every item, that steps neither change nor keep what they are given. Slow. */
    public RunConfig check(final boolean value) {
        check = value;
        return this;
    }

    /** Size of each channel in units of 64 bytes; a power of two. */
    public int ringUnits() {
        return ringUnits;
    }

    /** Size of each channel in units of 64 bytes; a power of two. */
    public RunConfig ringUnits(final int value) {
        ringUnits = value;
        return this;
    }

    /** Records after which a batch is journaled without waiting for more. */
    public int batchRecords() {
        return batchRecords;
    }

    /** Records after which a batch is journaled without waiting for more. */
    public RunConfig batchRecords(final int value) {
        batchRecords = value;
        return this;
    }

    /** Bytes after which a batch is journaled without waiting for more. */
    public int batchBytes() {
        return batchBytes;
    }

    /** Bytes after which a batch is journaled without waiting for more. */
    public RunConfig batchBytes(final int value) {
        batchBytes = value;
        return this;
    }

    /** How threads wait. */
    public WaitMode waitMode() {
        return waitMode;
    }

    /** How threads wait. */
    public RunConfig waitMode(final WaitMode value) {
        waitMode = value;
        return this;
    }

    /** Processors to pin threads to, ingress first, then stages in order; empty for none. */
    public int[] cpus() {
        return cpus;
    }

    /**
     * Processors to pin threads to, ingress first, then stages in order; empty for none.
     *
     * @throws IllegalArgumentException if the machine has no such processor
     */
    public RunConfig cpus(final int[] value) {
        final int processors = AffinityLock.cpuLayout().cpus();
        for (final int cpu : value) {
            if (cpu < 0 || cpu >= processors) {
                throw new IllegalArgumentException(
                        "processor " + cpu + ": this machine has processors 0 to " + (processors - 1));
            }
        }
        cpus = value;
        return this;
    }

    /** Recorded time per wall-clock time, for sources with their own time and for replay. */
    public double pace() {
        return pace;
    }

    /** Recorded time per wall-clock time, for sources with their own time and for replay. */
    public RunConfig pace(final double value) {
        pace = value;
        return this;
    }

    /** Time of live sources. */
    public EpochNanoClock clock() {
        return clock;
    }

    /** Time of live sources. */
    public RunConfig clock(final EpochNanoClock value) {
        clock = value;
        return this;
    }

    /** Whether it was said where metrics go. */
    public boolean hasCounters() {
        return counters != null;
    }

    /** Where metrics go. In memory if nothing else was set. */
    public Counters counters() {
        if (counters == null) {
            counters = Counters.inMemory();
        }
        return counters;
    }

    /** Where metrics go. */
    public RunConfig counters(final Counters value) {
        counters = value;
        return this;
    }

    /** Records that the instance is warmed up with before it starts; its output is thrown away. Null for none. */
    public Supplier<InputLogReader> warmUp() {
        return warmUp;
    }

    /**
     * Records that the instance is warmed up with before it starts; its output is thrown away. Null for none. They are asked for
     * once in each round: see {@link #warmUpAtMost(Duration)}.
     */
    public RunConfig warmUp(final Supplier<InputLogReader> value) {
        warmUp = value;
        return this;
    }

    /** Time within which warm-up may begin with its records once more, as long as the JVM still compiles; zero for once. */
    public Duration warmUpAtMost() {
        return warmUpAtMost;
    }

    /**
     * Time within which warm-up may begin with its records once more, as long as the JVM still compiles; zero for once. 10 s
     * if nothing is said.
     */
    public RunConfig warmUpAtMost(final Duration value) {
        warmUpAtMost = value;
        return this;
    }

    /** Records at which the failure of a step is passed over, in ascending order. */
    public long[] skips() {
        return skips.clone();
    }

    /**
     * Records at which a step that throws does not stop the flow: just this step drops just this item, and the reporter is
     * told. All else of the record happens. An {@link Error} stops the flow nevertheless, and so does what fails in a timer
     * or at the end of input: that is of no record. This does change results: a replay must be given the same.
     */
    public RunConfig skips(final long... value) {
        skips = value.clone();
        Arrays.sort(skips);
        return this;
    }

    /** Takes what is worth telling but is no failure; may be called by any thread. */
    public Consumer<String> reporter() {
        return reporter;
    }

    /** Takes what is worth telling but is no failure; may be called by any thread. */
    public RunConfig reporter(final Consumer<String> value) {
        reporter = value;
        return this;
    }

    /** Where snapshots are kept, and found when a run goes on; none if nothing was set. */
    public SnapshotStore snapshots() {
        return snapshots;
    }

    /** Where snapshots are kept, and found when a run goes on; none if nothing was set. */
    public RunConfig snapshots(final SnapshotStore value) {
        snapshots = value;
        return this;
    }

    /** Nanoseconds between two snapshots; {@link Cuts#ON_REQUEST} for only those that are asked for, and at a stop. */
    public long snapshotEvery() {
        return snapshotEvery;
    }

    /** Nanoseconds between two snapshots; {@link Cuts#ON_REQUEST} for only those that are asked for, and at a stop. */
    public RunConfig snapshotEvery(final long nanos) {
        snapshotEvery = nanos;
        return this;
    }

    /** Told after each snapshot from which record on a restart may need the input log; by the thread that wrote it. */
    public LongConsumer onSnapshot() {
        return onSnapshot;
    }

    /** Told after each snapshot from which record on a restart may need the input log; by the thread that wrote it. */
    public RunConfig onSnapshot(final LongConsumer value) {
        onSnapshot = value;
        return this;
    }

    /** Opens the input log, as it is being written, from a record on: for a replica, which takes the snapshots. Or null. */
    public LongFunction<InputLogReader> replica() {
        return replica;
    }

    /** Opens the input log, as it is being written, from a record on: for a replica, which takes the snapshots. Or null. */
    public RunConfig replica(final LongFunction<InputLogReader> value) {
        replica = value;
        return this;
    }

    /** Names the step, if the replica finds that the flow is not deterministic. */
    public StepSearch stepSearch() {
        return stepSearch;
    }

    /** Names the step, if the replica finds that the flow is not deterministic. */
    public RunConfig stepSearch(final StepSearch value) {
        stepSearch = value;
        return this;
    }

    /** Whether state of steps that the flow has not is dropped, and steps without state begin empty. */
    public boolean acceptsOtherSteps() {
        return acceptsOtherSteps;
    }

    /** Whether state of steps that the flow has not is dropped, and steps without state begin empty. */
    public RunConfig acceptsOtherSteps(final boolean value) {
        acceptsOtherSteps = value;
        return this;
    }

    /** Sees what goes into steps and what comes out of them; null for nobody, which costs nothing. */
    public StepObserver observer() {
        return observer;
    }

    /** Sees what goes into steps and what comes out of them; null for nobody, which costs nothing. */
    public RunConfig observer(final StepObserver value) {
        observer = value;
        return this;
    }

    /** Whether no sink is opened, and what comes out is thrown away. */
    public boolean discard() {
        return discard;
    }

    /** Whether no sink is opened, and what comes out is thrown away. */
    public RunConfig discard(final boolean value) {
        discard = value;
        return this;
    }
}
