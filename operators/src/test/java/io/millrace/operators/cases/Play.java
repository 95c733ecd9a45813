package io.millrace.operators.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.run.MemoryLog;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.SteppedFlow;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A run of a flow over a script: live and checked, once more from its journal, and record by record with the state written
 * and read back behind each. All three must give the same; the last tells which step of the script gave it.
 */
final class Play {
    private final Script script;
    private List<Effect> effects = new ArrayList<>();
    private int step;

    private Play(final Script script) {
        this.script = script;
    }

    /** Runs a flow; gives what came out, in order. */
    static List<Effect> run(final Script script, final Consumer<Play.Steps> definition) {
        return new Play(script).run(definition);
    }

    /** Runs a flow that has the script's items as its only input, and one output. */
    static List<Object> stream(final Script script, final Function<Stream<Object>, Stream<?>> part) {
        return Effect.of("out", run(script, steps -> steps.output("out", part.apply(steps.input(0)))));
    }

    /** Runs a flow that has the script's items, pairs of key and value, as its only input, and one output of pairs. */
    static List<Object> keyed(final Script script, final Function<KeyedStream<Object>, KeyedStream<?>> part) {
        return Effect.of("out", run(script, steps -> steps.pairs("out", part.apply(steps.keyed(0)))));
    }

    private List<Effect> run(final Consumer<Steps> definition) {
        final Consumer<Dataflow> flow = steps -> definition.accept(new Steps(steps));
        final TestRun run = new TestRun(flow).time(script.time());
        final List<Effect> live = begin();
        runToItsEnd(run);
        final List<Effect> replayed = begin();
        run.replay();
        assertThat(replayed).as("replayed").isEqualTo(live);
        final List<Effect> stepped = begin();
        step(new Flow("test", flow), run.log());
        assertThat(withoutSteps(stepped)).as("restored after every record").isEqualTo(live);
        return stepped;
    }

    private void runToItsEnd(final TestRun run) {
        if (script.aborts()) {
            assertThatThrownBy(run::run).isInstanceOf(TestSource.Aborted.class);
        } else {
            run.run();
        }
    }

    private List<Effect> begin() {
        effects = new ArrayList<>();
        step = 0;
        return effects;
    }

    private static List<Effect> withoutSteps(final List<Effect> stepped) {
        return stepped.stream()
                .map(effect -> new Effect(0, effect.output(), effect.value()))
                .toList();
    }

    private void step(final Flow definition, final MemoryLog log) {
        final RunConfig config = new RunConfig().check(true);
        script.rewind();
        SteppedFlow flow = new SteppedFlow(definition, config);
        final InputLogReader reader = log.reader();
        while (reader.next()) {
            int at = reader.offset();
            final int end = at + reader.length();
            while (at < end) {
                final int length = RecordLayout.aligned(RecordLayout.length(reader.buffer(), at));
                final boolean last = (RecordLayout.flags(reader.buffer(), at) & RecordLayout.FLAG_LAST) != 0;
                final long time = RecordLayout.ingestTime(reader.buffer(), at);
                step = script.stepOf(RecordLayout.kind(reader.buffer(), at), last, time);
                flow.onBatch(reader.buffer(), at, length);
                at += length;
                flow = restored(flow, definition, config);
            }
        }
        flow.close();
    }

    private static SteppedFlow restored(final SteppedFlow from, final Flow definition, final RunConfig config) {
        final StateWriter state = new StateWriter();
        from.writeState(state);
        from.close();
        final SteppedFlow flow = new SteppedFlow(definition, config);
        flow.readState(new StateReader(state.buffer(), 0, state.length()));
        return flow;
    }

    /** The flow, its inputs and its outputs. */
    final class Steps {
        private final Dataflow flow;

        Steps(final Dataflow flow) {
            this.flow = flow;
        }

        Dataflow flow() {
            return flow;
        }

        /** An input of the script. */
        Stream<Object> input(final int index) {
            return flow.input("in" + index, script.source(index).origin());
        }

        /** An input of the script whose items are pairs of key and value. */
        KeyedStream<Object> keyed(final int index) {
            return keyed("in" + index, input(index));
        }

        /** The values of pairs, with their keys. */
        KeyedStream<Object> keyed(final String id, final Stream<Object> pairs) {
            return pairs.keyByText(id + "-key", pair -> (String) Values.at(pair, 0))
                    .map(id + "-value", Values.CODEC, pair -> Values.at(pair, 1));
        }

        /** What comes out of a stream. */
        void output(final String id, final Stream<?> stream) {
            stream.output(id, sink(id));
        }

        /** What comes out of a stream with keys, as pairs of key and value. */
        void pairs(final String id, final KeyedStream<?> stream) {
            pairs(id, stream, Plain::of);
        }

        /** What comes out of a stream with keys, as pairs of key and what a function makes of the item. */
        void pairs(final String id, final KeyedStream<?> stream, final Function<Object, Object> plain) {
            stream.mapWithKey(id + "-pair", Values.CODEC, (key, item) -> Values.list(key.text(), plain.apply(item)))
                    .output(id, sink(id));
        }

        /** Notes something that is seen on the way. */
        void note(final String output, final Object value) {
            effects.add(new Effect(step, output, value));
        }

        private SinkFactory<Object> sink(final String id) {
            return context -> new Sink<>() {
                @Override
                public void accept(final Object item) {
                    note(id, Plain.of(item));
                }

                @Override
                public void flush() {
                    // Noted at once.
                }

                @Override
                public void close() {
                    // Stays readable.
                }
            };
        }
    }
}
