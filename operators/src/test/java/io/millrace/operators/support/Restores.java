package io.millrace.operators.support;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Replays a flow and, after every few records, goes on with a fresh copy of it that has read the state of the last. */
public final class Restores {
    private Restores() {}

    /**
     * Runs a flow from a log.
     *
     * @param every after how many records a fresh copy takes over
     */
    public static Map<String, List<String>> replay(
            final BiConsumer<Dataflow, Collected> definition, final MemoryLog log, final int every) {
        final Collected collected = new Collected();
        final OneStage stage = new OneStage(new Flow("test", flow -> definition.accept(flow, collected)), true);
        StageUnit unit = stage.compile();
        try (InputLogReader reader = log.reader()) {
            int records = 0;
            while (reader.next()) {
                int at = reader.offset();
                while (at < reader.offset() + reader.length()) {
                    final int length = RecordLayout.aligned(RecordLayout.length(reader.buffer(), at));
                    unit.driver().onBatch(reader.buffer(), at, length);
                    unit.endTurn();
                    at += length;
                    records++;
                    if (records % every == 0) {
                        unit = takeOver(unit, stage.compile());
                    }
                }
            }
        }
        return collected.all();
    }

    private static StageUnit takeOver(final StageUnit unit, final StageUnit fresh) {
        final StateWriter state = new StateWriter();
        unit.writeState(state);
        fresh.readState(new StateReader(state.buffer(), 0, state.length()));
        if (fresh.stateHash() != unit.stateHash()) {
            throw new AssertionError("a copy that has read the state of another writes another state");
        }
        return fresh;
    }
}
