package io.millrace.operators.guide;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TestSource;
import io.millrace.operators.testing.TimedItems;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an example has around it: a flow, a few items, and somewhere to show what comes out. All examples run with the
 * check mode on.
 */
final class Guide {
    private static final int WIDTH = 110;
    private static final long SECOND = 1_000_000_000L;
    private static final String[] PATTERNS = {"BTC 100 @0", "ETH 20 @1", "BTC 103 @2", "BTC 101 @4", "ETH 21 @11"};

    private final Dataflow flow;
    private final ManualTime time;
    private final List<String> shown;
    private int sources;

    private Guide(final Dataflow flow, final ManualTime time, final List<String> shown) {
        this.flow = flow;
        this.time = time;
        this.shown = shown;
    }

    /**
     * Runs an example and gives what it has shown, and at last what the flow was refused for or failed with, if it was. An
     * example gets a guide, in whose flow it runs; or, if it runs what it needs by itself, only something that prints.
     */
    static List<String> run(final String className, final String method) {
        final List<String> shown = new ArrayList<>();
        try {
            final Method example = find(className, method);
            if (example.getParameterTypes()[0] == Consumer.class) {
                final Consumer<String> print = shown::add;
                call(example, print);
            } else {
                final ManualTime time = new ManualTime();
                // One record at a time, so that answers do not wait for all ticks.
                final RunConfig config = new RunConfig()
                        .waitMode(WaitMode.YIELD)
                        .check(true)
                        .clock(time)
                        .batchRecords(1);
                new TestRun(flow -> call(example, new Guide(flow, time, shown)))
                        .config(config)
                        .run();
            }
        } catch (final RuntimeException e) {
            shown.add(wrapped(e.getClass().getSimpleName() + ": " + e.getMessage()));
        }
        return shown;
    }

    private static String wrapped(final String line) {
        final int at = line.length() <= WIDTH ? -1 : line.lastIndexOf(' ', WIDTH);
        return at < 0 ? line : line.substring(0, at) + "\n    " + wrapped(line.substring(at + 1));
    }

    private static Method find(final String className, final String method) {
        try {
            return Arrays.stream(Class.forName(Guide.class.getPackageName() + "." + className)
                            .getDeclaredMethods())
                    .filter(found -> found.getName().equals(method) && found.getParameterCount() == 1)
                    .findFirst()
                    .orElseThrow(() -> new LinkageError(className + " has no example " + method));
        } catch (final ClassNotFoundException e) {
            throw new LinkageError("no class " + className, e);
        }
    }

    private static void call(final Method example, final Object argument) {
        try {
            example.setAccessible(true);
            example.invoke(null, argument);
        } catch (final InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException refused) {
                throw refused;
            }
            throw new AssertionError(e.getCause());
        } catch (final IllegalAccessException e) {
            throw new LinkageError(example + " can't be called", e);
        }
    }

    Dataflow flow() {
        return flow;
    }

    /** Five ticks of two symbols: prices, and seconds of event time. Stage time goes with event time. */
    Stream<Tick> ticks() {
        return ticks(PATTERNS);
    }

    /**
     * Ticks, each as {@code SYMBOL PRICE @SECOND}; {@code wait SECONDS} lets time go by without an item. Stage time is the
     * latest of the seconds so far.
     */
    Stream<Tick> ticks(final String... script) {
        final TestSource<Tick> source = new TestSource<>(Tick.TYPE, time);
        long now = 0;
        for (final String line : script) {
            if (line.startsWith("wait ")) {
                final long seconds = Long.parseLong(line.substring(5));
                source.pause(Duration.ofSeconds(seconds));
                now += seconds;
            } else {
                final Tick tick = Tick.parse(line);
                if (tick.second() > now) {
                    source.pause(Duration.ofSeconds(tick.second() - now));
                    now = tick.second();
                }
                source.item(tick);
            }
        }
        return flow.input("ticks", source.origin());
    }

    /** {@link #ticks(String...)} by symbol. */
    KeyedStream<Tick> keyed(final String... script) {
        return ticks(script).keyByText("symbol", Tick::symbol);
    }

    /**
     * Ticks of a recording, by symbol; several recordings come by their times. Each line is {@code SYMBOL PRICE @SECOND},
     * with {@code at SECOND} behind it if the tick came later than it was made.
     */
    KeyedStream<Tick> recorded(final String id, final String... script) {
        return flow.input(id, TimedItems.of(Tick.TYPE, timed(script))).keyByText(id + "-symbol", Tick::symbol);
    }

    private static List<TimedItems.At<Tick>> timed(final String... script) {
        final List<TimedItems.At<Tick>> items = new ArrayList<>();
        for (final String line : script) {
            final Tick tick = Tick.parse(line);
            final int came = line.indexOf(" at ");
            items.add(new TimedItems.At<>(
                    came < 0 ? tick.time() : Long.parseLong(line.substring(came + 4)) * SECOND, tick));
        }
        return items;
    }

    /** Ticks of a recording, and a service that answers texts with numbers, each when the next tick has come. */
    TimedItems.Asked<Tick, Long> answering(final Function<String, Long> service, final String... script) {
        return TimedItems.answering(Tick.TYPE, timed(script), Codecs.TEXT, Codecs.INT64, service);
    }

    /** A source of any items. */
    <T> Stream<T> items(final Codec<T> codec, final List<T> items) {
        sources++;
        final TestSource<T> source = new TestSource<>(codec, time);
        items.forEach(source::item);
        return flow.input("items-" + sources, source.origin());
    }

    /** Shows what comes out, one line for each item. */
    void show(final Stream<?> stream) {
        show("", stream);
    }

    void show(final KeyedStream<?> stream) {
        show("", stream);
    }

    void show(final String label, final Stream<?> stream) {
        stream.output(name(label), TestSink.of(item -> shown.add(line(label, item))));
    }

    void show(final String label, final KeyedStream<?> stream) {
        stream.output(name(label), TestSink.of(item -> shown.add(line(label, item))));
    }

    /** Shows when something comes out, in seconds of stage time, its key, and the item. */
    void log(final KeyedStream<?> stream) {
        log("", stream);
    }

    void log(final String label, final KeyedStream<?> stream) {
        stream.operator("log" + name(label), OperatorSpec.of(LogOp.class, Scope.STREAM), Codecs.TEXT)
                .output(name(label), TestSink.of(text -> shown.add(line(label, text))));
    }

    /** Shows a line. */
    void print(final String line) {
        shown.add(line);
    }

    private static String name(final String label) {
        return "show" + (label.isEmpty() ? "" : "-" + label);
    }

    private static String line(final String label, final Object item) {
        return label.isEmpty() ? item.toString() : label + ": " + item;
    }
}
