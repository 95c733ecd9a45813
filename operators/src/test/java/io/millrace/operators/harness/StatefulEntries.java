package io.millrace.operators.harness;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Collect;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;
import io.millrace.operators.testing.OperatorHarness;
import io.millrace.operators.window.EventClock;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Operators that keep something for each key. */
final class StatefulEntries {
    private static final Comparator<Probe> BY_VALUE = Comparator.comparingLong(probe -> probe.value);
    private static final EventClock<Probe> CLOCK =
            EventClock.of(Ticks::time).lateness(Duration.ofNanos(4 * HarnessFlow.INTERVAL));

    private StatefulEntries() {}

    static Map<String, OperatorHarness> all() {
        final Map<String, OperatorHarness> entries = new TreeMap<>();
        entries.put(
                "statefulMap, filling",
                byName(s -> s.statefulMap("map", Probe.TYPE, Probe.TYPE, (state, item, out) -> {
                    state.add(item);
                    out.set(state);
                })));
        entries.put(
                "statefulMap, returning",
                byName(s -> s.statefulMap("map", Probe.TYPE, Codecs.INT64, (state, item) -> {
                            state.add(item);
                            return state.value;
                        }))
                        .allocates());
        entries.put("stateful, filling", byName(s -> s.stateful("quiet", Probe.TYPE, Probe.TYPE, new QuietLogic())));
        entries.put(
                "stateful, returning",
                byName(s -> s.stateful("quiet", Probe.TYPE, Codecs.INT64, (context, state, item) -> {
                            state.add(item);
                            context.emit(state.value);
                        }))
                        .allocates());
        entries.put(
                "statefulFlatMap, filling",
                byName(s -> s.statefulFlatMap("rises", Probe.TYPE, Probe.TYPE, (state, item, out, emitter) -> {
                    if (item.value > state.value) {
                        out.set(item);
                        emitter.emit(out);
                    }
                    state.set(item);
                })));
        entries.put(
                "statefulFlatMap, returning",
                byName(s -> s.statefulFlatMap("rises", Probe.TYPE, Codecs.INT64, (state, item, emitter) -> {
                            emitter.emit(state.value);
                            state.set(item);
                        }))
                        .allocates());
        entries.put("runningFold", byName(s -> s.runningFold("sum", Probe.TYPE, Probe::add)));
        entries.put("runningReduce", byName(s -> s.runningReduce("last", (one, other) -> other)));
        entries.put("runningMax", byName(s -> s.runningMax("max", BY_VALUE)));
        entries.put("runningCount", byName(s -> s.runningCount("count")));
        entries.put("foldFinal", byName(s -> s.foldFinal("sum", Probe.TYPE, Probe::add)));
        entries.put("reduceFinal", byName(s -> s.reduceFinal("last", (one, other) -> other)));
        entries.put("minFinal", byName(s -> s.minFinal("min", BY_VALUE)));
        entries.put("countFinal", byName(s -> s.countFinal("count")));
        entries.put("collect, size", byName(s -> s.collect("three", Collect.upTo(3))));
        entries.put(
                "collect, time",
                byName(s -> s.collect(
                        "burst",
                        Collect.upTo(9)
                                .idleFor(Duration.ofNanos(4 * HarnessFlow.INTERVAL))
                                .olderThan(Duration.ofNanos(11 * HarnessFlow.INTERVAL)))));
        entries.put(
                "deduplicate",
                byName(s ->
                        s.deduplicate("once", probe -> probe.value % 4, Duration.ofNanos(9 * HarnessFlow.INTERVAL))));
        entries.put("sort, keyed", OperatorHarness.of(StatefulEntries::sortKeyed));
        entries.put("sort, all", OperatorHarness.of(StatefulEntries::sortAll));
        return entries;
    }

    private static void sortKeyed(final HarnessFlow flow) {
        final var sides =
                flow.keyedByText("in", Probe.TYPE, Ticks::at, Ticks::name).sort("sort", CLOCK);
        flow.output("sorted", sides.sorted());
        flow.output("late", sides.late());
    }

    private static void sortAll(final HarnessFlow flow) {
        final var sides = flow.stream("in", Probe.TYPE, Ticks::at).sort("sort", CLOCK);
        flow.output("sorted", sides.sorted());
        flow.output("late", sides.late());
    }

    private static OperatorHarness byName(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyedByText(Probe.TYPE, Ticks::at, Ticks::name).with(operator);
    }
}
