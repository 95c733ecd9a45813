package io.millrace.engine.compile;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.Step;
import io.millrace.engine.stage.FailureLink;
import io.millrace.engine.stage.FailureTarget;
import io.millrace.engine.stage.InputPort;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.ShieldEntry;
import io.millrace.engine.stage.ShieldPort;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepShield;
import io.millrace.engine.stage.StepSkips;
import java.util.HashMap;
import java.util.Map;

/**
 * What stands in front of a step whose failure need not be the flow's: because it stands inside a guard, or because the user
 * wishes that records are skipped. In front of all other steps stands nothing.
 *
 * <p>Thread: one. Allocation: while building. Deterministic: yes.
 */
final class FailurePorts {
    private final Graph graph;
    private final StageEnvironment environment;
    private final Specializer specializer;
    private final long[] skips;
    private final Map<Integer, StepShield> shields = new HashMap<>();
    private final Map<Integer, FailureLink> links = new HashMap<>();

    FailurePorts(final Graph graph, final StageEnvironment environment, final Specializer specializer) {
        this.graph = graph;
        this.environment = environment;
        this.specializer = specializer;
        this.skips = environment.skips();
    }

    /** What takes failures of a step that is about to be built, or null. */
    StepShield shield(final Step step, final StepContext context) {
        final Step guard = graph.guards().of(step);
        final boolean canFail = step.spec() != null || step.input() != null;
        if (!canFail || guard == null && skips.length == 0) {
            return null;
        }
        final boolean keyed = !step.inputs().isEmpty() && step.inputs().get(0).keys() != KeyKind.NONE;
        final StepShield shield = new StepShield(
                step.id(),
                keyed ? context.keys() : null,
                guard == null ? null : link(guard),
                skips.length == 0 ? null : new StepSkips(context, skips, environment::report));
        shields.put(step.place(), shield);
        return shield;
    }

    private FailureLink link(final Step guard) {
        return links.computeIfAbsent(guard.place(), place -> new FailureLink());
    }

    /** A step was built; the steps behind it have been built before. */
    void built(final Step step, final Object operator) {
        if (operator instanceof FailureTarget guard) {
            link(step).lead(guard);
        }
    }

    /** In front of a step. One that only passes items on is as good as the steps behind it. */
    Receiver<?> before(final Step step, final Receiver<?> receiver) {
        final StepShield shield = shields.get(step.place());
        return shield == null || step.spec() == null
                ? receiver
                : (Receiver<?>) specializer.instantiate(ShieldPort.class, shield, receiver);
    }

    /** In front of an input, whose records may not be what its codec reads. */
    InputPort before(final Step step, final InputPort entry) {
        final StepShield shield = shields.get(step.place());
        return shield == null ? entry : (InputPort) specializer.instantiate(ShieldEntry.class, shield, entry);
    }
}
