package io.millrace.operators.support;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/** Replays a flow and, after every few records, goes on with a fresh copy of it that has read the state of the last. */
public final class Restores {
    private final BiConsumer<Dataflow, Collected> definition;
    private final Map<String, List<String>> outputs = new HashMap<>();
    private Collected collected;
    private SteppedFlow running;

    private Restores(final BiConsumer<Dataflow, Collected> definition) {
        this.definition = definition;
        start();
    }

    /**
     * Runs a flow from a log.
     *
     * @param every after how many records a fresh copy takes over
     */
    public static Map<String, List<String>> replay(
            final BiConsumer<Dataflow, Collected> definition, final MemoryLog log, final int every) {
        final Restores restores = new Restores(definition);
        final InputLogReader reader = log.reader();
        int records = 0;
        while (reader.next()) {
            int at = reader.offset();
            final int end = at + reader.length();
            while (at < end) {
                final int length = RecordLayout.aligned(RecordLayout.length(reader.buffer(), at));
                restores.running.onBatch(reader.buffer(), at, length);
                at += length;
                records++;
                if (records % every == 0) {
                    restores.takeOver();
                }
            }
        }
        restores.stop();
        return restores.outputs;
    }

    private void start() {
        final Collected ofThisOne = new Collected();
        collected = ofThisOne;
        running = new SteppedFlow(
                new Flow("test", flow -> definition.accept(flow, ofThisOne)),
                Runs.fused().check(true));
    }

    private void stop() {
        running.close();
        collected
                .all()
                .forEach((step, items) ->
                        outputs.computeIfAbsent(step, id -> new ArrayList<>()).addAll(items));
    }

    private void takeOver() {
        final StateWriter state = new StateWriter();
        running.writeState(state);
        final long hash = running.stateHash();
        stop();
        start();
        running.readState(new StateReader(state.buffer(), 0, state.length()));
        if (running.stateHash() != hash) {
            throw new AssertionError("a copy that has read the state of another writes another state");
        }
    }
}
