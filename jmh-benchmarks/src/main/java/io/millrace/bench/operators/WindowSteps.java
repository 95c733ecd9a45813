package io.millrace.bench.operators;

import io.millrace.operators.Count;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import io.millrace.operators.window.CountWindow;
import io.millrace.operators.window.Early;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.WindowInfo;
import io.millrace.operators.window.WindowLogic;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Windows. A key has a hundred items in {@link #LENGTH}, somewhat out of order, and none of them comes late. */
final class WindowSteps {
    /** Waits long enough for all items. */
    static final EventClock<Tick> CLOCK = EventClock.of(Tick::time).lateness(Duration.ofNanos(Ticks.DISORDER));

    static final Duration LENGTH = Duration.ofNanos(100 * Ticks.KEYS * Ticks.STEP);

    private static final Windower TUMBLING = TumblingWindow.of(LENGTH);
    private static final Windower SLIDING = SlidingWindow.of(LENGTH, LENGTH.dividedBy(10));
    private static final Windower SESSION = SessionWindow.of(KeySteps.PAUSE);
    private static final Windower COUNT = CountWindow.of(100);

    private WindowSteps() {}

    static Map<String, Consumer<Workbench>> all() {
        final Map<String, Consumer<Workbench>> steps = new LinkedHashMap<>();
        steps.put("window: tumbling, fold", closed(TUMBLING, w -> w.fold(Sum.TYPE, Sum::add), Sum::sum));
        steps.put("window: tumbling, fold, with its windows", WindowSteps::withMeta);
        steps.put(
                "window: tumbling, foldWithWindow",
                closed(
                        TUMBLING,
                        w -> w.foldWithWindow(Tick.TYPE, (window, sum, tick) -> {
                            sum.add(tick);
                            sum.key = window.id();
                        }),
                        Tick::sum));
        steps.put("window: tumbling, reduce", closed(TUMBLING, w -> w.reduce((one, other) -> other), Tick::sum));
        steps.put("window: tumbling, min", closed(TUMBLING, w -> w.min(KeySteps.BY_VALUE), Tick::sum));
        steps.put("window: tumbling, max", closed(TUMBLING, w -> w.max(KeySteps.BY_VALUE), Tick::sum));
        steps.put("window: tumbling, count", closed(TUMBLING, Windowing::count, Count::value));
        steps.put("window: tumbling, collect", closed(TUMBLING, Windowing::collect, KeySteps::sum));
        steps.put("window: tumbling, apply", closed(TUMBLING, w -> w.apply(Sum.TYPE, Sum.TYPE, sums()), Sum::sum));
        steps.put("window: tumbling, ordered", closed(TUMBLING, w -> w.ordered().fold(Sum.TYPE, Sum::add), Sum::sum));
        steps.put(
                "window: tumbling, allowedLateness",
                closed(TUMBLING, w -> w.allowedLateness().fold(Sum.TYPE, Sum::add), Sum::sum));
        steps.put("window: tumbling, early every 10 items", WindowSteps::early);
        steps.put(
                "window: tumbling, fold, system clock",
                bench -> bench.out(
                        bench.keyed()
                                .window("step", new SystemClock<>(), TUMBLING)
                                .fold(Sum.TYPE, Sum::add)
                                .closed(),
                        Sum::sum));
        steps.put("window: sliding by 1/10, fold", closed(SLIDING, w -> w.fold(Sum.TYPE, Sum::add), Sum::sum));
        steps.put(
                "window: sliding by 1/10, fold, with merger",
                closed(SLIDING, w -> w.fold(Sum.TYPE, Sum::add, Sum::merge), Sum::sum));
        steps.put("window: sliding by 1/10, count", closed(SLIDING, Windowing::count, Count::value));
        steps.put("window: session, fold", closed(SESSION, w -> w.fold(Sum.TYPE, Sum::add, Sum::merge), Sum::sum));
        steps.put(
                "window: session, forgetIdle",
                closed(SESSION, w -> w.forgetIdle(KeySteps.PAUSE).fold(Sum.TYPE, Sum::add, Sum::merge), Sum::sum));
        steps.put("window: count of 100, fold", closed(COUNT, w -> w.fold(Sum.TYPE, Sum::add), Sum::sum));
        return steps;
    }

    private static Windowing<Tick> windowing(final Workbench bench, final Windower windower) {
        final KeyedStream<Tick> in = bench.keyed();
        return in.window("step", CLOCK, windower);
    }

    private static <R> Consumer<Workbench> closed(
            final Windower windower,
            final Function<Windowing<Tick>, Windowed<Tick, R>> terminal,
            final ToLongFunction<? super R> reader) {
        return bench -> bench.out(terminal.apply(windowing(bench, windower)).closed(), reader);
    }

    private static void withMeta(final Workbench bench) {
        final Windowed<Tick, Sum> windows = windowing(bench, TUMBLING).fold(Sum.TYPE, Sum::add);
        bench.out(windows.closed(), Sum::sum);
        bench.out(windows.late(), late -> late.item().sum());
        bench.out(windows.meta(), WindowInfo::end);
    }

    private static void early(final Workbench bench) {
        final Windowed<Tick, Sum> windows =
                windowing(bench, TUMBLING).early(Early.everyItems(10)).fold(Sum.TYPE, Sum::add);
        bench.out(windows.closed(), Sum::sum);
        bench.out(windows.early(), Sum::sum);
    }

    private static WindowLogic<Sum, Tick, Sum> sums() {
        return (context, window, sum, tick) -> {
            sum.add(tick);
            if (sum.count % 10 == 0) {
                context.emit(sum);
            }
        };
    }
}
