package io.millrace.engine.compile;

import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.KeyKind;
import io.millrace.engine.graph.Step;
import io.millrace.engine.stage.FailureLink;
import io.millrace.engine.stage.FailureTarget;
import io.millrace.engine.stage.GuardPort;
import io.millrace.engine.stage.InputPort;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.SkipEntry;
import io.millrace.engine.stage.SkipPort;
import io.millrace.engine.stage.StepContext;
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
    private final Map<Integer, FailureLink> links = new HashMap<>();

    FailurePorts(final Graph graph, final StageEnvironment environment, final Specializer specializer) {
        this.graph = graph;
        this.environment = environment;
        this.specializer = specializer;
    }

    /** In front of a step; one that only passes items on can't fail. */
    Receiver<?> before(final int place, final StepContext context, final Receiver<?> receiver) {
        final Step step = graph.steps().get(place);
        if (step.spec() == null) {
            return receiver;
        }
        return skipping(context, guarded(step, context, receiver));
    }

    private Receiver<?> guarded(final Step step, final StepContext context, final Receiver<?> receiver) {
        final Step guard = graph.guards().of(step);
        if (guard == null) {
            return receiver;
        }
        final boolean keyed = step.inputs().get(0).keys() != KeyKind.NONE;
        return (Receiver<?>) specializer.instantiate(GuardPort.class, context, keyed, link(guard), receiver);
    }

    private Receiver<?> skipping(final StepContext context, final Receiver<?> receiver) {
        return environment.skips().length == 0
                ? receiver
                : (Receiver<?>) specializer.instantiate(SkipPort.class, skips(context), receiver);
    }

    /** In front of an input, whose records may not be what its codec reads. */
    InputPort before(final StepContext context, final InputPort entry) {
        return environment.skips().length == 0
                ? entry
                : (InputPort) specializer.instantiate(SkipEntry.class, skips(context), entry);
    }

    private StepSkips skips(final StepContext context) {
        return new StepSkips(context, environment.skips(), environment::report);
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
}
