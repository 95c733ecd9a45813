package io.millrace.engine.run;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.stage.OutputTerms;
import io.millrace.engine.stage.StateException;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.ArrayList;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A flow, fused, that whoever made it drives with records of its own choosing: for tests and tools. It has no sources, and
 * what it requests goes nowhere.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
public final class SteppedFlow implements AutoCloseable {
    private final LiveEnvironment environment;
    private final StageUnit unit;

    /**
     * Compiles the flow and opens its sinks.
     *
     * @param config layout, rings, pace and warm-up mean nothing here
     */
    public SteppedFlow(final Supplier<Graph> definition, final RunConfig config) {
        final Plan plan = definition.get().plan(true);
        this.environment = LiveEnvironment.fused(
                config, new StageGates(false, false), new ArrayList<>(), new RunMode(false, false, OutputTerms.none()));
        this.unit = new StageCompiler(plan, plan.stages().get(0), environment, new Specializer(config.specialize()))
                .compile();
    }

    /** Runs records, outside the heap, and lets the sinks write. */
    public void onBatch(final UnsafeBuffer records, final int offset, final int length) {
        unit.driver().onBatch(records, offset, length);
        unit.endTurn();
    }

    /** Writes the state of all steps. */
    public void writeState(final StateWriter out) {
        unit.writeState(out);
    }

    /**
     * Reads the state that another instance of the same flow wrote, into one that is as new. If the other was several
     * stages or parts, it is called for what each of them wrote.
     *
     * @throws StateException if there is state of a step that is not there any more, or that can't read it
     */
    public void readState(final StateReader in) {
        final Set<String> left = StageUnit.stateIds(in.again());
        left.removeAll(unit.readState(in));
        if (!left.isEmpty()) {
            throw new StateException(
                    "the snapshot has state of step '" + left.iterator().next()
                            + "', but the flow has no such step with state: was it renamed or removed?");
        }
    }

    /** 64-bit hash of the state. */
    public long stateHash() {
        return unit.stateHash();
    }

    /** 64-bit hash of the state of each step, by id. */
    public Map<String, Long> stepHashes() {
        return unit.stepHashes();
    }

    /** Closes the sinks, and gives counters back. */
    @Override
    public void close() {
        environment.closeCounters();
        unit.close(failure -> {
            throw new IllegalStateException("a sink did not close", failure);
        });
    }
}
