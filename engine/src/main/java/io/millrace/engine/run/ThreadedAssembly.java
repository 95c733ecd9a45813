package io.millrace.engine.run;

import io.millrace.engine.channel.Channel;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.StagePlan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Health;
import io.millrace.engine.loop.Inbound;
import io.millrace.engine.loop.InputPublisher;
import io.millrace.engine.loop.Outlet;
import io.millrace.engine.loop.Outlets;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.loop.StageLoop;
import io.millrace.engine.stage.StopSignal;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.engine.stage.Timers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.agrona.concurrent.IdleStrategy;

/**
 * A thread for each stage and part, connected by channels: one from each part of a sending stage to each receiving stage,
 * which all parts of the receiver read.
 */
final class ThreadedAssembly implements Assembly {
    private final Copies copies;
    private final RunMode mode;
    private final RunConfig config;
    private final Health health;
    private final WaitPolicy waits;
    private final Specializer specializer;
    private final Channel input;
    private final StageMetrics pumpMetrics;
    private final InputPublisher publisher;
    private final IdleStrategy pumpIdle;
    private final AtomicInteger notLive = new AtomicInteger();
    private final List<RequestQueue> requests = new ArrayList<>();
    private final List<StageUnit> units = new ArrayList<>();
    private final List<StageGates> gates = new ArrayList<>();
    private final List<StageMetrics> metrics = new ArrayList<>();
    private final List<StageThread> threads = new ArrayList<>();
    /** Inbounds by stage and part, added to as senders are made. */
    private final Map<Integer, List<List<Inbound>>> inbounds = new HashMap<>();

    ThreadedAssembly(
            final Copies copies,
            final RunMode mode,
            final RunConfig config,
            final Health health,
            final WaitPolicy waits,
            final IdleStrategy pumpIdle) {
        this.copies = copies;
        this.mode = mode;
        this.config = config;
        this.health = health;
        this.waits = waits;
        this.pumpIdle = pumpIdle;
        this.specializer = new Specializer(config.specialize());
        this.input = new Channel("input", config.ringUnits());
        this.pumpMetrics = new StageMetrics("ingress", config.counters());
        pumpMetrics.add(input);
        this.publisher =
                new InputPublisher(input, health, pumpIdle, config.counters().counter("input channel: waits for room"));
        try {
            final List<StagePlan> stages = copies.first().stages();
            for (final StagePlan stage : stages) {
                for (int part = 0; part < stage.group().threads(); part++) {
                    build(copies.copy(part), copies.copy(part).stages().get(stage.index()), part);
                }
            }
        } catch (final RuntimeException | Error e) {
            units.forEach(unit -> unit.close(e::addSuppressed));
            throw e;
        }
    }

    private void build(final Plan plan, final StagePlan stage, final int part) {
        final String name = stage.group().isParallel()
                ? stage.group().name() + "-" + part
                : stage.group().name();
        final IdleStrategy idle = waits.next();
        final Outlets outlets = new Outlets(health, idle, config.counters().counter(name + ": waits for room"));
        final StageMetrics stageMetrics = new StageMetrics(name, config.counters());
        final Map<Integer, Outlet> byStage = new HashMap<>();
        final StageGates gate = new StageGates(config.warmUp() != null, mode.resumes());
        final LiveEnvironment environment = new LiveEnvironment(
                name,
                part,
                config,
                gate,
                requests,
                mode,
                (edge, effect) -> byStage.computeIfAbsent(
                        edge.to().index(),
                        to -> outlets.add(channel(name, edge.to(), stageMetrics), effect, wantsPromises(edge.to()))));
        final StageUnit unit = new StageCompiler(plan, stage, environment, specializer).compile();
        units.add(unit);
        gates.add(gate);
        final List<Inbound> sources = inboundsOf(stage).get(part);
        if (stage.readsInput()) {
            sources.add(Inbound.records(input.reader()));
        }
        metrics.add(stageMetrics);
        final StageLoop loop = new StageLoop(unit, sources.toArray(new Inbound[0]), outlets);
        threads.add(new StageThread(name, () -> run(loop, unit, stageMetrics, idle), () -> unit.close(health::fail)));
    }

    private Channel channel(final String from, final StagePlan to, final StageMetrics sender) {
        final Channel channel = new Channel(from + " to " + to.group().name(), config.ringUnits());
        sender.add(channel);
        final List<List<Inbound>> parts = inboundsOf(to);
        for (int part = 0; part < parts.size(); part++) {
            parts.get(part).add(Inbound.cells(channel.reader(), part, parts.size()));
        }
        return channel;
    }

    private List<List<Inbound>> inboundsOf(final StagePlan stage) {
        return inbounds.computeIfAbsent(stage.index(), index -> {
            final List<List<Inbound>> parts = new ArrayList<>();
            for (int part = 0; part < stage.group().threads(); part++) {
                parts.add(new ArrayList<>());
            }
            return parts;
        });
    }

    /** Whether a stage, or one behind it, merges channels or sets timers: others need no promises. */
    private boolean wantsPromises(final StagePlan stage) {
        int senders = stage.readsInput() ? 1 : 0;
        for (final StagePlan from : copies.first().stages()) {
            if (leadsTo(from, stage)) {
                senders += from.group().threads();
            }
        }
        return senders > 1
                || stage.steps().stream().anyMatch(ThreadedAssembly::setsTimers)
                || copies.first().stages().stream().anyMatch(to -> leadsTo(stage, to) && wantsPromises(to));
    }

    private boolean leadsTo(final StagePlan from, final StagePlan to) {
        return copies.first().edges().stream().anyMatch(edge -> crosses(edge, from, to));
    }

    private static boolean crosses(final Edge edge, final StagePlan from, final StagePlan to) {
        return edge.from().index() == from.index() && edge.to().index() == to.index();
    }

    private static boolean setsTimers(final Step step) {
        return step.spec() != null
                && TimerTarget.class.isAssignableFrom(step.spec().operator());
    }

    private void run(
            final StageLoop loop, final StageUnit unit, final StageMetrics stageMetrics, final IdleStrategy idle) {
        while (loop.state() == StageLoop.State.RUNNING && !health.failed()) {
            final int work = loop.poll();
            stageMetrics.update(work, unit.timers().nextDeadline());
            if (work > 0 || unit.isWaiting()) {
                unit.endTurn();
            }
            idle.idle(work);
        }
        // What waits for the disk leaves before the sinks close.
        while (unit.isWaiting() && !health.failed()) {
            unit.endTurn();
            idle.idle();
        }
    }

    @Override
    public void prepare(final Consumer<StageUnit> restore) {
        for (int i = 0; i < units.size(); i++) {
            final StageUnit unit = units.get(i);
            gates.get(i).attach(unit, () -> restore.accept(unit), notLive::decrementAndGet);
        }
    }

    @Override
    public void goLive() {
        notLive.set(units.size());
        publisher.control(RecordKind.LIVE);
        while (notLive.get() > 0) {
            if (health.failed()) {
                throw StopSignal.INSTANCE;
            }
            pumpIdle.idle();
        }
        pumpIdle.reset();
    }

    @Override
    public BatchTarget target() {
        return publisher;
    }

    @Override
    public long nextDeadline() {
        long least = Timers.NEVER;
        for (int i = 0; i < metrics.size(); i++) {
            least = Math.min(least, metrics.get(i).nextDeadline());
        }
        return least;
    }

    @Override
    public void afterPoll(final int work) {
        pumpMetrics.update(work, Timers.NEVER);
    }

    @Override
    public BatchTarget warmUpTarget() {
        return publisher;
    }

    @Override
    public void rewind() {
        publisher.control(RecordKind.REWIND);
    }

    @Override
    public void reset() {
        publisher.control(RecordKind.RESET);
    }

    @Override
    public void finish(final boolean endOfInput) {
        publisher.control(RecordKind.STOP);
    }

    @Override
    public List<StageThread> threads() {
        return threads;
    }

    @Override
    public List<RequestQueue> requests() {
        return requests;
    }

    @Override
    public List<StageUnit> units() {
        return units;
    }

    @Override
    public Map<String, String> obstacles() {
        return specializer.obstacles();
    }

    @Override
    public void close() {
        // Each stage's thread closes what it owns.
    }
}
