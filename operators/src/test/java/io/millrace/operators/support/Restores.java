package io.millrace.operators.support;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.compile.Specializer;
import io.millrace.engine.compile.StageCompiler;
import io.millrace.engine.compile.StageEnvironment;
import io.millrace.engine.compile.StageUnit;
import io.millrace.engine.graph.Edge;
import io.millrace.engine.graph.Plan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.CellSender;
import io.millrace.engine.stage.Effect;
import io.millrace.engine.stage.RequestPort;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.CountersManager;

/** Replays a flow and, after every few records, goes on with a fresh copy of it that has read the state of the last. */
public final class Restores {
    private final BiConsumer<Dataflow, Collected> definition;
    private final Collected collected = new Collected();
    private final Environment environment = new Environment();
    private StageUnit unit;

    private Restores(final BiConsumer<Dataflow, Collected> definition) {
        this.definition = definition;
    }

    /**
     * Runs a flow from a log.
     *
     * @param every after how many records a fresh copy takes over
     */
    public static Map<String, List<String>> replay(
            final BiConsumer<Dataflow, Collected> definition, final MemoryLog log, final int every) {
        final Restores restores = new Restores(definition);
        restores.unit = restores.fresh();
        try (InputLogReader reader = log.reader()) {
            int records = 0;
            while (reader.next()) {
                int at = reader.offset();
                while (at < reader.offset() + reader.length()) {
                    final int length = RecordLayout.aligned(RecordLayout.length(reader.buffer(), at));
                    restores.unit.driver().onBatch(reader.buffer(), at, length);
                    restores.unit.endTurn();
                    at += length;
                    records++;
                    if (records % every == 0) {
                        restores.takeOver();
                    }
                }
            }
        }
        return restores.collected.all();
    }

    private StageUnit fresh() {
        final Plan plan = new Flow("test", flow -> definition.accept(flow, collected))
                .get()
                .plan(true);
        return new StageCompiler(plan, plan.stages().get(0), environment, new Specializer(false)).compile();
    }

    private void takeOver() {
        final StateWriter state = new StateWriter();
        unit.writeState(state);
        final StageUnit next = fresh();
        next.readState(new StateReader(state.buffer(), 0, state.length()));
        if (next.stateHash() != unit.stateHash()) {
            throw new AssertionError("a copy that has read the state of another writes another state");
        }
        unit = next;
    }

    private static final class Environment implements StageEnvironment {
        private final Map<String, Sink<?>> sinks = new HashMap<>();
        private final CountersManager counters =
                new CountersManager(new UnsafeBuffer(new byte[1 << 20]), new UnsafeBuffer(new byte[1 << 18]));

        @Override
        public String stage() {
            return "main";
        }

        @Override
        public int part() {
            return 0;
        }

        @Override
        public boolean checks() {
            return true;
        }

        @Override
        @SuppressWarnings("unchecked") // a step's sink is always opened by the same step
        public <T> Sink<T> open(final SinkFactory<T> factory, final SinkContext context) {
            return (Sink<T>) sinks.computeIfAbsent(context.stepId(), id -> factory.open(context));
        }

        @Override
        public CellSender sender(final Edge edge, final Effect effect) {
            throw new UnsupportedOperationException("one stage runs everything");
        }

        @Override
        public RequestPort requests(final Step step, final int maxInFlight) {
            return (requestId, request, length) -> {};
        }

        @Override
        public AtomicCounter counter(final Step step, final String label) {
            return new AtomicCounter(counters.valuesBuffer(), 0);
        }
    }
}
