package io.millrace.operators.guide;

import io.millrace.engine.item.Codec;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TestSource;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * What an example has around it: a flow, a few items, and somewhere to show what comes out. All examples run with the
 * check mode on.
 */
final class Guide {
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

    /** Runs an example and gives what it has shown. */
    static List<String> run(final String className, final String method) {
        final List<String> shown = new ArrayList<>();
        final ManualTime time = new ManualTime();
        new TestRun(flow -> call(className, method, new Guide(flow, time, shown)))
                .time(time)
                .run();
        return shown;
    }

    private static void call(final String className, final String method, final Guide guide) {
        try {
            final Method example = Class.forName(Guide.class.getPackageName() + "." + className)
                    .getDeclaredMethod(method, Guide.class);
            example.setAccessible(true);
            example.invoke(null, guide);
        } catch (final InvocationTargetException e) {
            throw new AssertionError(e.getCause());
        } catch (final ReflectiveOperationException e) {
            throw new LinkageError(className + " has no example " + method, e);
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
        return flow.input("ticks" + (sources == 0 ? "" : "-" + sources), source.origin());
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

    private static String name(final String label) {
        return "show" + (label.isEmpty() ? "" : "-" + label);
    }

    private static String line(final String label, final Object item) {
        return label.isEmpty() ? item.toString() : label + ": " + item;
    }
}
