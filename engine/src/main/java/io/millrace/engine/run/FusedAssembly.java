package io.millrace.engine.run;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.engine.loop.Health;
import io.millrace.engine.loop.RequestQueue;
import io.millrace.engine.spi.InputLogReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** One stage, driven by the pump's thread. */
final class FusedAssembly implements Assembly {
    private final Health health;
    private final Specializer specializer;
    private final List<RequestQueue> requests = new ArrayList<>();
    private final StageUnit unit;
    private final StageMetrics metrics;

    FusedAssembly(final Plan plan, final boolean live, final RunConfig config, final Health health) {
        this.health = health;
        specializer = new Specializer(config.specialize());
        final OutputGate gate = config.warmUp() == null ? null : new OutputGate();
        final LiveEnvironment environment = LiveEnvironment.fused(config, gate, requests, live);
        unit = new StageCompiler(plan, plan.stages().get(0), environment, specializer).compile();
        if (gate != null) {
            gate.set(false);
            unit.onReset(() -> gate.set(true));
        }
        metrics = new StageMetrics("ingress", config.counters());
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
        if (work > 0) {
            unit.endTurn();
        }
        metrics.update(work, unit.timers().nextDeadline());
    }

    @Override
    public void warmUp(final InputLogReader records, final BooleanSupplier stop) {
        WarmUp.run(records, target(), stop);
        unit.reset();
    }

    @Override
    public void finish() {
        unit.endTurn();
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
