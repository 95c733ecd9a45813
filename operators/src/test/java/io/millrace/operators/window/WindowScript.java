package io.millrace.operators.window;

import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TimedItems;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Gives ticks to windows and tells in one list what came out, in order, between the ticks that went in. */
final class WindowScript {
    private static final String TIME_ONLY = "";

    private final List<TimedItems.At<Tick>> items = new ArrayList<>();
    private long stageTime;

    /** The stage time from here on; what is due fires. */
    WindowScript at(final long time) {
        stageTime = time;
        return tick(0, TIME_ONLY, 0, 0);
    }

    /** A tick of key 1. */
    WindowScript in(final long time, final String name) {
        return tick(1, name, time, 0);
    }

    WindowScript tick(final long key, final String name, final long time, final long value) {
        items.add(new TimedItems.At<>(stageTime, Tick.of(key, time, value, name)));
        return this;
    }

    /** What comes out of windows, unhurried and checked. */
    List<String> run(final Function<KeyedStream<Tick>, Windowed<Tick, ?>> windows) {
        return run(windows, new RunConfig().waitMode(WaitMode.YIELD).check(true));
    }

    List<String> run(final Function<KeyedStream<Tick>, Windowed<Tick, ?>> windows, final RunConfig config) {
        final List<String> trace = new ArrayList<>();
        new TestRun(flow -> {
                    final KeyedStream<Tick> ticks = flow.input("in", TimedItems.of(Tick.TYPE, items))
                            .filter("named", tick -> !tick.name.equals(TIME_ONLY))
                            .keyBy("key", tick -> tick.key);
                    ticks.output("ticks", into(trace, tick -> "> " + tick));
                    trace(windows.apply(ticks), trace);
                })
                .config(config)
                .run();
        return trace;
    }

    private static <R> void trace(final Windowed<Tick, R> windowed, final List<String> trace) {
        windowed.closed().output("closed", into(trace, String::valueOf));
        windowed.early().output("early", into(trace, item -> "early " + item));
        windowed.late().output("late", into(trace, late -> "late " + late.item() + " for " + late.window()));
        windowed.meta().output("meta", into(trace, String::valueOf));
    }

    private static <T> SinkFactory<T> into(final List<String> trace, final Function<T, String> text) {
        return context -> new Sink<>() {
            @Override
            public void accept(final T item) {
                trace.add(text.apply(item));
            }

            @Override
            public void flush() {
                // Told at once.
            }

            @Override
            public void close() {
                // Stays readable.
            }
        };
    }
}
