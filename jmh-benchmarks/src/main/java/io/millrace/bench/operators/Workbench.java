package io.millrace.bench.operators;

import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Sink;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import java.util.function.ToLongFunction;

/** The flow around a step that is measured: makes its inputs and takes what comes out. */
final class Workbench {
    private static final String[] NAMES = new String[Ticks.KEYS];

    static {
        for (int key = 0; key < NAMES.length; key++) {
            NAMES[key] = "instrument-" + key;
        }
    }

    private final Dataflow flow;
    private int inputs;
    private int outputs;

    Workbench(final Dataflow flow) {
        this.flow = flow;
    }

    Dataflow flow() {
        return flow;
    }

    /** Number of inputs made so far. */
    int inputs() {
        return inputs;
    }

    /** One more input. */
    Stream<Tick> stream() {
        return flow.input("in-" + inputs++, new Origin<>(null, "ticks", Tick.TYPE, null));
    }

    /** One more input, by a number. */
    KeyedStream<Tick> keyed() {
        final String id = "key-" + inputs;
        return stream().keyBy(id, Tick::key);
    }

    /** One more input, by a text. */
    KeyedStream<Tick> keyedByText() {
        final String id = "key-" + inputs;
        return stream().keyByText(id, Workbench::name);
    }

    static String name(final Tick tick) {
        return NAMES[(int) tick.key];
    }

    /** Answers to requests, whose first eight bytes are a number: ticks of that key. */
    static Origin<Tick> answers() {
        return new Origin<>(null, "answers", Tick.TYPE, null);
    }

    /**
     * Takes what comes out, as cheaply as can be without the compiler seeing that nobody needs it.
     *
     * @param reader reads all that the step has filled
     */
    <T> void out(final Stream<T> stream, final ToLongFunction<? super T> reader) {
        stream.output("out-" + outputs++, context -> new Adder<>(reader));
    }

    /** Takes what comes out, as above. */
    <T> void out(final KeyedStream<T> stream, final ToLongFunction<? super T> reader) {
        stream.output("out-" + outputs++, context -> new Adder<>(reader));
    }

    private static final class Adder<T> implements Sink<T> {
        private final ToLongFunction<? super T> reader;
        private long sum;

        Adder(final ToLongFunction<? super T> reader) {
            this.reader = reader;
        }

        @Override
        public void accept(final T item) {
            sum += reader.applyAsLong(item);
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }

        @Override
        public String toString() {
            return "sum " + sum;
        }
    }
}
