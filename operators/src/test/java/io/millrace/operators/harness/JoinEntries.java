package io.millrace.operators.harness;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.AsOfJoined;
import io.millrace.operators.join.Interval;
import io.millrace.operators.join.IntervalJoined;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.WindowJoin;
import io.millrace.operators.lookup.Lookup;
import io.millrace.operators.lookup.Request;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;
import io.millrace.operators.testing.OperatorHarness;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** Steps with several inputs, and steps that ask a service. */
final class JoinEntries {
    private static final Duration SOME = Duration.ofNanos(4 * HarnessFlow.INTERVAL);

    private JoinEntries() {}

    static Map<String, OperatorHarness> all() {
        final Map<String, OperatorHarness> entries = new TreeMap<>();
        final Map<String, JoinMode> modes = Map.of(
                "first, complete", JoinMode.first().complete(),
                "last, complete", JoinMode.last().complete(),
                "product, complete", JoinMode.product().complete(),
                "first, final", JoinMode.first().atEnd(),
                "last, running", JoinMode.last().running(),
                "last, final, left", JoinMode.last().atEnd().left());
        modes.forEach(
                (name, mode) -> entries.put("join of three, " + name, OperatorHarness.of(flow -> rows(flow, mode))));
        entries.put("join of two, filling", OperatorHarness.of(JoinEntries::filled));
        entries.put(
                "join of two, returning",
                OperatorHarness.of(JoinEntries::returned).allocates());
        final Map<String, Windower> windowers = Map.of(
                "tumbling", TumblingWindow.of(SOME.multipliedBy(3)),
                "sliding", SlidingWindow.of(SOME.multipliedBy(4), SOME),
                "session", SessionWindow.of(SOME));
        windowers.forEach((name, windower) -> {
            final WindowJoin join = WindowJoin.in(windower).lateness(SOME);
            entries.put("joinWindow, " + name + ", ordered", inWindows(join));
            entries.put(
                    "joinWindow, " + name + ", running",
                    inWindows(join.ordered(false).mode(JoinMode.product().running())));
        });
        entries.put("asOfJoin", OperatorHarness.of(JoinEntries::asOf));
        entries.put("intervalJoin", OperatorHarness.of(JoinEntries::interval));
        entries.put("request", OperatorHarness.of(JoinEntries::request).allocates());
        entries.put("enrichCached", OperatorHarness.of(JoinEntries::enrichCached));
        return entries;
    }

    private static KeyedStream<Probe> side(final HarnessFlow flow, final String id, final long step) {
        return flow.keyedByText(id, Probe.TYPE, i -> Ticks.at(i * step), Ticks::name);
    }

    private static void rows(final HarnessFlow flow, final JoinMode mode) {
        flow.output("out", flow.flow().join("join", mode, side(flow, "a", 1), side(flow, "b", 3), side(flow, "c", 5)));
    }

    private static OperatorHarness inWindows(final WindowJoin join) {
        return OperatorHarness.of(flow -> {
            final Windowed<JoinRow, JoinRow> windows = flow.flow()
                    .joinWindow(
                            "join",
                            join,
                            JoinSide.of(side(flow, "a", 1), Ticks::time),
                            JoinSide.of(side(flow, "b", 2), Ticks::time));
            flow.output("rows", windows.closed());
            flow.output("late", windows.late());
            flow.output("meta", windows.meta());
        });
    }

    private static void filled(final HarnessFlow flow) {
        flow.output(
                "out",
                side(flow, "a", 1)
                        .join("join", side(flow, "b", 2), JoinMode.last().running(), Probe.TYPE, JoinEntries::add));
    }

    private static void returned(final HarnessFlow flow) {
        flow.output(
                "out",
                side(flow, "a", 1)
                        .join("join", side(flow, "b", 2), JoinMode.last(), Codecs.INT64, (l, r) -> l.value + r.value));
    }

    private static void asOf(final HarnessFlow flow) {
        final AsOfJoined<Probe, Probe> joined = side(flow, "a", 1)
                .asOfJoin(
                        "join",
                        side(flow, "b", 2),
                        AsOf.by(Ticks::time, Ticks::time).lateness(SOME).olderNotThan(SOME.multipliedBy(5)),
                        Probe.TYPE,
                        JoinEntries::add);
        flow.output("matched", joined.matched());
        flow.output("unmatched", joined.unmatched());
        flow.output("late", joined.late());
    }

    private static void interval(final HarnessFlow flow) {
        final IntervalJoined<Probe, Probe, Probe> joined = side(flow, "a", 1)
                .intervalJoin(
                        "join",
                        side(flow, "b", 2),
                        Interval.of(Ticks::time, Ticks::time)
                                .before(SOME)
                                .after(SOME)
                                .lateness(SOME),
                        Probe.TYPE,
                        JoinEntries::add);
        flow.output("matched", joined.matched());
        flow.output("late left", joined.lateLeft());
        flow.output("late right", joined.lateRight());
    }

    private static void add(final Probe left, final Probe right, final Probe out) {
        out.value = (left == null ? 0 : left.value) * 1_000 + (right == null ? 0 : right.value);
        out.key = left == null ? -1 : left.key;
        out.count = (left == null ? 0 : left.count) + (right == null ? 0 : right.count);
    }

    private static void request(final HarnessFlow flow) {
        final TimedItems.Asked<Probe, Long> asked =
                flow.asked(Probe.TYPE, Ticks::at, Probe.TYPE, Codecs.INT64, probe -> probe.value * 1_000);
        flow.output("out", flow.flow().input("in", asked.items()).request("ask", asked.answers(), 4));
    }

    private static void enrichCached(final HarnessFlow flow) {
        final TimedItems.Asked<Probe, Probe> asked =
                flow.asked(Probe.TYPE, Ticks::at, Codecs.INT64, Probe.TYPE, key -> Probe.of(key * 7));
        flow.output(
                "out",
                flow.flow()
                        .input("in", asked.items())
                        .enrichCached(
                                "enrich",
                                Request.number(Ticks::key),
                                Lookup.in(asked.answers())
                                        .ttl(SOME.multipliedBy(3))
                                        .capacity(5),
                                Probe.TYPE,
                                JoinEntries::add));
    }
}
