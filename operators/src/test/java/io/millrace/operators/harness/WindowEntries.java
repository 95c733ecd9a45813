package io.millrace.operators.harness;

import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;
import io.millrace.operators.testing.OperatorHarness;
import io.millrace.operators.window.CountWindow;
import io.millrace.operators.window.Early;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Windows of every kind, with all that they can do. */
final class WindowEntries {
    private static final EventClock<Probe> CLOCK = EventClock.of(Ticks::time).lateness(intervals(3));
    private static final Comparator<Probe> BY_VALUE = Comparator.comparingLong(probe -> probe.value);

    private WindowEntries() {}

    private static Duration intervals(final long count) {
        return Duration.ofNanos(count * HarnessFlow.INTERVAL);
    }

    static Map<String, OperatorHarness> all() {
        final Map<String, OperatorHarness> entries = new TreeMap<>();
        final Map<String, Windower> windowers = Map.of(
                "tumbling", TumblingWindow.of(intervals(9)),
                "sliding", SlidingWindow.of(intervals(15), intervals(4)),
                "session", SessionWindow.of(intervals(5)),
                "count", CountWindow.of(4));
        windowers.forEach((name, windower) -> {
            entries.put(name + ", fold", windows(windower, s -> s.fold(Probe.TYPE, Probe::add, Probe::add)));
            entries.put(
                    name + ", fold, ordered", windows(windower, s -> s.ordered().fold(Probe.TYPE, Probe::add)));
            entries.put(
                    name + ", fold, allowed lateness",
                    windows(windower, s -> s.allowedLateness().fold(Probe.TYPE, Probe::add, Probe::add)));
            entries.put(
                    name + ", early by time",
                    windows(
                            windower,
                            s -> s.early(Early.every(intervals(4))).fold(Probe.TYPE, Probe::add, Probe::add)));
            entries.put(
                    name + ", early by count",
                    windows(windower, s -> s.early(Early.everyItems(2)).fold(Probe.TYPE, Probe::add, Probe::add)));
            entries.put(
                    name + ", early by predicate",
                    windows(
                            windower,
                            s -> s.early(Early.<Probe>when(sum -> sum.value % 3 == 0))
                                    .fold(Probe.TYPE, Probe::add, Probe::add)));
            entries.put(name + ", max", windows(windower, s -> s.max(BY_VALUE)));
            entries.put(name + ", count", windows(windower, Windowing::count));
            entries.put(name + ", collect", windows(windower, Windowing::collect));
            entries.put(
                    name + ", forgotten",
                    windows(windower, s -> s.forgetIdle(intervals(20)).count()));
        });
        entries.put(
                "tumbling, fold that sees the window",
                windows(
                        TumblingWindow.of(intervals(9)),
                        s -> s.foldWithWindow(Probe.TYPE, (window, sum, item) -> {
                            sum.add(item);
                            sum.key = window.id();
                        })));
        entries.put(
                "sliding, without parts",
                windows(SlidingWindow.of(intervals(15), intervals(4)), s -> s.fold(Probe.TYPE, Probe::add)));
        entries.put("tumbling, system clock", OperatorHarness.of(WindowEntries::bySystemClock));
        return entries;
    }

    private static OperatorHarness windows(
            final Windower windower, final Function<Windowing<Probe>, Windowed<Probe, ?>> terminal) {
        return OperatorHarness.of(flow -> {
            final KeyedStream<Probe> in = flow.keyedByText("in", Probe.TYPE, Ticks::at, Ticks::name);
            output(flow, terminal.apply(in.window("window", CLOCK, windower)));
        });
    }

    private static void bySystemClock(final HarnessFlow flow) {
        output(
                flow,
                flow.keyed("in", Probe.TYPE, Ticks::at, Ticks::key)
                        .window("window", new SystemClock<>(), TumblingWindow.of(intervals(10)))
                        .fold(Probe.TYPE, Probe::add));
    }

    private static void output(final HarnessFlow flow, final Windowed<?, ?> windows) {
        flow.output("closed", windows.closed());
        flow.output("early", windows.early());
        flow.output("late", windows.late());
        flow.output("meta", windows.meta());
    }
}
