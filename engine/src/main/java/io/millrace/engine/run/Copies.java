package io.millrace.engine.run;

import io.millrace.engine.graph.FlowException;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * The copies of a flow: one for each part, so that parts share no lambda and no captured state. The definition is called
 * once for each and must give the same graph each time.
 */
final class Copies {
    private final List<Plan> plans = new ArrayList<>();

    Copies(final Supplier<Graph> definition, final boolean fused) {
        plans.add(definition.get().plan(fused));
        final int copies = plans.get(0).stages().stream()
                .mapToInt(stage -> stage.group().threads())
                .max()
                .orElseThrow();
        while (plans.size() < copies) {
            final Plan copy = definition.get().plan(fused);
            requireSame(plans.get(0).graph(), copy.graph());
            plans.add(copy);
        }
    }

    /** The first copy, which all stages that are not parallel belong to. */
    Plan first() {
        return plans.get(0);
    }

    Plan copy(final int part) {
        return plans.get(part);
    }

    private static void requireSame(final Graph one, final Graph other) {
        final List<Step> steps = one.steps();
        final List<Step> others = other.steps();
        for (int i = 0; i < Math.max(steps.size(), others.size()); i++) {
            final String step = i < steps.size() ? steps.get(i).toString() : "nothing";
            final String twin = i < others.size() ? others.get(i).toString() : "nothing";
            if (!step.equals(twin)) {
                throw new FlowException("the definition of flow '" + one.name() + "' gave " + step
                        + " the first time and " + twin + " the second: it must give the same steps whenever it is"
                        + " called");
            }
        }
    }
}
