package io.millrace.engine.run;

import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.FlowInput;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.item.Codec;
import io.millrace.engine.loop.CommandQueue;
import io.millrace.engine.loop.Health;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.ResumableLog;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.agrona.concurrent.IdleStrategy;

/**
 * A flow that runs, live or from a journal.
 *
 * <pre>{@code
 *   try (FlowRun run = FlowRun.live(definition, log, config)) {
 *       run.start();
 *       run.await();
 *   }   // throws what the flow failed with
 * }</pre>
 *
 * <p>Thread: made and used by one thread; {@link #stop}, {@link #command} and the metrics by any.
 */
public final class FlowRun implements AutoCloseable {
    private static final long JOIN_MILLIS = 10_000;

    private final Health health = new Health();
    private final RunConfig config;
    private final Plan plan;
    private final boolean live;
    private final Assembly assembly;
    private final Snapshots snapshots;
    private final PumpWork pump;
    private final CommandQueue commands = new CommandQueue();
    private final List<Thread> threads = new ArrayList<>();

    private FlowRun(final Supplier<Graph> definition, final Feeding feeding, final RunConfig config) {
        this.config = config;
        this.live = feeding.mode().live();
        final boolean fused = config.layout() == Layout.FUSED;
        final Copies copies = new Copies(definition, fused);
        this.plan = copies.first();
        final int stageThreads = fused
                ? 0
                : plan.stages().stream()
                        .mapToInt(stage -> stage.group().threads())
                        .sum();
        final WaitPolicy waits = new WaitPolicy(
                config.waitMode(), 1 + stageThreads, Runtime.getRuntime().availableProcessors());
        final IdleStrategy idle = waits.next();
        this.assembly = fused
                ? new FusedAssembly(plan, feeding.mode(), config, health)
                : new ThreadedAssembly(copies, feeding.mode(), config, health, waits, idle);
        try {
            final Snapshot start = feeding.choose(plan.graph().name(), config, assembly.units());
            this.snapshots = live
                    ? Snapshots.of(
                            definition,
                            plan,
                            assembly.units(),
                            start,
                            feeding.mode().terms(),
                            config,
                            health)
                    : Snapshots.none();
            assembly.prepare(unit -> begin(unit, start));
            this.pump = new PumpWork(
                    assembly,
                    config,
                    health,
                    idle,
                    () -> feeding.open(new Feeding.Surroundings(
                            plan, assembly, start, snapshots.cuts(), commands, config, health)),
                    feeding::close,
                    cpu(0));
        } catch (final RuntimeException | Error e) {
            assembly.units().forEach(unit -> unit.close(e::addSuppressed));
            throw e;
        }
    }

    private void begin(final StageUnit unit, final Snapshot start) {
        unit.onCut(snapshots.listener());
        if (start != null) {
            start.restore(unit);
        }
    }

    /**
     * Makes a live run: compiles the flow and opens its sinks; sources are opened by {@link #start}.
     *
     * @param definition gives the flow; called once for each copy
     * @param log        where records are journaled; closed by the run once it has started
     */
    public static FlowRun live(final Supplier<Graph> definition, final InputLog log, final RunConfig config) {
        return new FlowRun(definition, new Feeding.Live(log, config.replica() != null), config);
    }

    /**
     * Makes a run that goes on with a log: from the newest snapshot that fits, through the rest of the log, to the sources,
     * which go on where they were.
     *
     * @param definition gives the flow; called once for each copy
     * @param log        read, then written on; closed by the run once it has started
     * @throws io.millrace.engine.spi.ConnectorException if a snapshot has state of steps that the flow has not
     */
    public static FlowRun resume(final Supplier<Graph> definition, final ResumableLog log, final RunConfig config) {
        return new FlowRun(definition, new Feeding.Resumed(log, config.replica() != null), config.skips(log.skips()));
    }

    /**
     * Makes a run from a journal: the same flow and sinks, no sources.
     *
     * @param reader where records come from; closed by the run once it has started
     */
    public static FlowRun replay(
            final Supplier<Graph> definition, final InputLogReader reader, final RunConfig config) {
        return new FlowRun(definition, new Feeding.Recorded(reader), config);
    }

    /** Starts all threads. */
    public void start() {
        final List<StageThread> stages = assembly.threads();
        final CountDownLatch started = new CountDownLatch(stages.size() + 1);
        threads.add(new FlowThread(
                live ? "millrace-ingress" : "millrace-replay",
                FlowThread.ANY_CPU,
                started,
                health,
                () -> pump.run(started),
                assembly::close));
        for (int i = 0; i < stages.size(); i++) {
            final StageThread stage = stages.get(i);
            threads.add(new FlowThread(
                    "millrace-" + stage.name(), cpu(i + 1), started, health, stage.work(), stage.close()));
        }
        threads.forEach(Thread::start);
        snapshots.start();
    }

    private int cpu(final int index) {
        return index < config.cpus().length ? config.cpus()[index] : FlowThread.ANY_CPU;
    }

    /** Waits until the flow has ended, failed, or was stopped. */
    public void await() throws InterruptedException {
        for (final Thread thread : threads) {
            thread.join();
        }
    }

    /**
     * Waits, but not for ever.
     *
     * @return whether the flow is over
     */
    public boolean await(final long time, final TimeUnit unit) throws InterruptedException {
        final long deadline = System.nanoTime() + unit.toNanos(time);
        for (final Thread thread : threads) {
            final long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
            if (left > 0) {
                thread.join(left);
            }
            if (thread.isAlive()) {
                return false;
            }
        }
        return true;
    }

    /**
     * Asks the flow to stop where it is, without an end of input: what was journaled is still worked on, and a last snapshot
     * is taken.
     */
    public void stop() {
        pump.stop();
    }

    /** Asks for a snapshot as soon as can be; does nothing if there is no place for snapshots. */
    public void requestSnapshot() {
        snapshots.request();
    }

    /**
     * Puts a command into the flow.
     *
     * @param input   id of the step that takes it
     * @param codec   how it is encoded
     * @return whether there was room
     */
    public <T> boolean command(final String input, final Codec<T> codec, final T command) {
        final FlowInput target = plan.graph().inputs().stream()
                .filter(candidate -> candidate.name().equals(input))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no input '" + input + "'"));
        return commands.offer(target.index(), codec, command);
    }

    /** What the flow failed with, or null. */
    public Throwable failure() {
        return health.failure();
    }

    /** Whether the last of all inputs has ended: the journal is complete, or the one that was replayed is. */
    public boolean reachedEndOfInput() {
        return pump.reachedEndOfInput();
    }

    /** The flow as it was dealt to stages. */
    public Plan plan() {
        return plan;
    }

    /** Operator classes that could not be specialised, and why. */
    public Map<String, String> obstacles() {
        return assembly.obstacles();
    }

    /** Hash of the state of each stage and part, in order; only when the flow is not running. */
    public List<Long> stateHashes() {
        return assembly.units().stream().map(StageUnit::stateHash).toList();
    }

    /** Hash of the state of each step, by its id, the same in each layout; only when the flow is not running. */
    public Map<String, Long> stepHashes() {
        final Map<String, Long> hashes = new HashMap<>();
        for (final StageUnit unit : assembly.units()) {
            unit.stepHashes().forEach((step, hash) -> hashes.merge(step, hash, Long::sum));
        }
        return hashes;
    }

    /** Stops the flow, waits for its threads, and throws what it failed with. */
    @Override
    public void close() {
        stop();
        try {
            if (!await(JOIN_MILLIS, TimeUnit.MILLISECONDS)) {
                health.fail(stuck());
                await(JOIN_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            health.fail(e);
        }
        if (threads.isEmpty()) {
            assembly.units().forEach(unit -> unit.close(health::fail));
        }
        snapshots.close();
        rethrow(health.failure());
    }

    private IllegalStateException stuck() {
        final StringBuilder message = new StringBuilder("threads did not stop in time:");
        for (final Thread thread : threads) {
            if (thread.isAlive()) {
                message.append("\n  ").append(thread.getName());
                for (final StackTraceElement frame : thread.getStackTrace()) {
                    message.append("\n    at ").append(frame);
                }
            }
        }
        return new IllegalStateException(message.toString());
    }

    private static void rethrow(final Throwable failure) {
        if (failure instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
    }
}
