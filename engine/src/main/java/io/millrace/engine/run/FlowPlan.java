package io.millrace.engine.run;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.GraphFormat;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.StagePlan;
import java.util.Map;
import java.util.function.Supplier;

/**
 * How a flow would run: laid out and compiled, but connected to nothing. No source and no sink is opened, no thread is
 * started.
 *
 * <p>Thread: any. Allocation: yes. Deterministic: yes.
 *
 * @param plan      the flow, dealt to stages
 * @param obstacles operator classes that can't be specialised, by name, with the reason
 */
public record FlowPlan(Plan plan, Map<String, String> obstacles) {

    /**
     * Plans a flow.
     *
     * @param definition gives the flow; called once
     * @throws RuntimeException if the flow is not well formed or an operator can't be made
     */
    public static FlowPlan of(final Supplier<Graph> definition, final Layout layout) {
        final Plan plan = definition.get().plan(layout == Layout.FUSED);
        final Specializer specializer = new Specializer(true);
        final DiscardingEnvironment environment = new DiscardingEnvironment(0, false, new long[0]);
        for (final StagePlan stage : plan.stages()) {
            // What is compiled is not used: its compiler tells what stood in the way.
            new StageCompiler(plan, stage, environment, specializer).compile();
        }
        return new FlowPlan(plan, specializer.obstacles());
    }

    /** Draws the flow. */
    public String draw(final GraphFormat format) {
        return format.render(plan, obstacles);
    }
}
