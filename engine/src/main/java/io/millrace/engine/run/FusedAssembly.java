package io.millrace.engine.run;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Health;
import io.millrace.engine.loop.RequestQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** One stage, driven by the pump's thread. */
final class FusedAssembly implements Assembly {
    private final Health health;
    private final Specializer specializer;
    private final List<RequestQueue> requests = new ArrayList<>();
    private final StageGates gates;
    private final StageUnit unit;
    private final StageMetrics metrics;

    FusedAssembly(final Plan plan, final RunMode mode, final RunConfig config, final Health health) {
        this.health = health;
        specializer = new Specializer(config.specialize());
        gates = new StageGates(config.warmUp() != null, mode.resumes());
        final LiveEnvironment environment = LiveEnvironment.fused(config, gates, requests, mode);
        unit = new StageCompiler(plan, plan.stages().get(0), environment, specializer).compile();
        metrics = new StageMetrics("ingress", config.counters());
    }

    @Override
    public void prepare(final Consumer<StageUnit> restore) {
        gates.attach(unit, () -> restore.accept(unit), () -> {});
    }

    @Override
    public void goLive() {
        unit.goLive();
    }

    @Override
    public BatchTarget target() {
        return unit.driver()::onBatch;
    }

    @Override
    public long nextDeadline() {
        return unit.timers().nextDeadline();
    }

    @Override
    public void afterPoll(final int work) {
        if (work > 0 || unit.isWaiting()) {
            unit.endTurn();
        }
        metrics.update(work, unit.timers().nextDeadline());
    }

    @Override
    public BatchTarget warmUpTarget() {
        final BatchTarget target = target();
        return (buffer, offset, length) -> {
            target.onBatch(buffer, offset, length);
            unit.endTurn();
        };
    }

    @Override
    public void rewind() {
        unit.rewind();
    }

    @Override
    public void reset() {
        unit.reset();
    }

    @Override
    public void finish(final boolean endOfInput) {
        if (endOfInput) {
            unit.finished();
        } else {
            unit.endTurn();
        }
    }

    @Override
    public List<StageThread> threads() {
        return List.of();
    }

    @Override
    public List<RequestQueue> requests() {
        return requests;
    }

    @Override
    public List<StageUnit> units() {
        return List.of(unit);
    }

    @Override
    public Map<String, String> obstacles() {
        return specializer.obstacles();
    }

    @Override
    public void close() {
        unit.close(health::fail);
    }
}
