package io.millrace.engine.run;

import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.graph.StagePlan;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * All stages and parts of a flow, compiled but connected to nothing, and never run: they read state that was written in any
 * layout, and write it as theirs. For tests and tools.
 *
 * <p>Thread: one. Allocation: yes. Deterministic: yes.
 */
public final class IdleFlow {
    private final List<StageUnit> units = new ArrayList<>();

    /** @param definition gives the flow; called once for each part */
    public IdleFlow(final Supplier<Graph> definition, final Layout layout) {
        final Copies copies = new Copies(definition, layout == Layout.FUSED);
        for (final StagePlan stage : copies.first().stages()) {
            for (int part = 0; part < stage.group().threads(); part++) {
                final StagePlan ofCopy = copies.copy(part).stages().get(stage.index());
                units.add(new StageCompiler(
                                copies.copy(part),
                                ofCopy,
                                new DiscardingEnvironment(part, false, new long[0]),
                                new Specializer(false))
                        .compile());
            }
        }
    }

    /** Reads what each stage and part of a flow wrote. */
    public void readState(final List<StateWriter> written) {
        for (final StateWriter state : written) {
            for (final StageUnit unit : units) {
                unit.readState(new StateReader(state.buffer(), 0, state.length()));
            }
        }
    }

    /** What each stage and part writes. */
    public List<StateWriter> writeState() {
        final List<StateWriter> written = new ArrayList<>();
        for (final StageUnit unit : units) {
            final StateWriter state = new StateWriter();
            unit.writeState(state);
            written.add(state);
        }
        return written;
    }

    /** 64-bit hash of the state of each step, by id: the same in every layout. */
    public Map<String, Long> stepHashes() {
        final Map<String, Long> hashes = new TreeMap<>();
        units.forEach(unit -> unit.stepHashes().forEach((id, hash) -> hashes.merge(id, hash, Long::sum)));
        return hashes;
    }
}
