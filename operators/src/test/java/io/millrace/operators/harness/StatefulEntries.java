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
        final Entries entries = new Entries();
        entries.put(
                "statefulMap, filling",
                s -> s.statefulMap("map", Probe.TYPE, Probe.TYPE, (state, item, out) -> {
                    state.add(item);
                    out.set(state);
                }));
        entries.putAllocating(
                "statefulMap, returning",
                s -> s.statefulMap("map", Probe.TYPE, Codecs.INT64, (state, item) -> {
                    state.add(item);
                    return state.value;
                }));
        entries.put("stateful, filling", s -> s.stateful("quiet", Probe.TYPE, Probe.TYPE, new QuietLogic()));
        entries.putAllocating(
                "stateful, returning",
                s -> s.stateful("quiet", Probe.TYPE, Codecs.INT64, (context, state, item) -> {
                    state.add(item);
                    context.emit(state.value);
                }));
        entries.put(
                "statefulFlatMap, filling",
                s -> s.statefulFlatMap("rises", Probe.TYPE, Probe.TYPE, (state, item, out, emitter) -> {
                    if (item.value > state.value) {
                        out.set(item);
                        emitter.emit(out);
                    }
                    state.set(item);
                }));
        entries.putAllocating(
                "statefulFlatMap, returning",
                s -> s.statefulFlatMap("rises", Probe.TYPE, Codecs.INT64, (state, item, emitter) -> {
                    emitter.emit(state.value);
                    state.set(item);
                }));
        entries.put("runningFold", s -> s.runningFold("sum", Probe.TYPE, Probe::add));
        entries.put("runningReduce", s -> s.runningReduce("last", (one, other) -> other));
        entries.put("runningMax", s -> s.runningMax("max", BY_VALUE));
        entries.put("runningCount", s -> s.runningCount("count"));
        entries.put("foldFinal", s -> s.foldFinal("sum", Probe.TYPE, Probe::add));
        entries.put("reduceFinal", s -> s.reduceFinal("last", (one, other) -> other));
        entries.put("minFinal", s -> s.minFinal("min", BY_VALUE));
        entries.put("countFinal", s -> s.countFinal("count"));
        entries.put("collect, size", s -> s.collect("three", Collect.upTo(3)));
        entries.put(
                "collect, time",
                s -> s.collect(
                        "burst",
                        Collect.upTo(9)
                                .idleFor(Duration.ofNanos(4 * HarnessFlow.INTERVAL))
                                .olderThan(Duration.ofNanos(11 * HarnessFlow.INTERVAL))));
        entries.put(
                "deduplicate",
                s -> s.deduplicate("once", probe -> probe.value % 4, Duration.ofNanos(9 * HarnessFlow.INTERVAL)));
        entries.map.put("sort, keyed", OperatorHarness.of(StatefulEntries::sortKeyed));
        entries.map.put("sort, all", OperatorHarness.of(StatefulEntries::sortAll));
        return entries.map;
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

    /** Each with texts as keys, and with numbers that are too far apart for an array. */
    private static final class Entries {
        private final Map<String, OperatorHarness> map = new TreeMap<>();

        private void put(final String name, final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
            map.put(name + ", text keys", byName(operator));
            map.put(name + ", number keys", byNumber(operator));
        }

        private void putAllocating(final String name, final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
            map.put(name + ", text keys", byName(operator).allocates());
            map.put(name + ", number keys", byNumber(operator).allocates());
        }
    }

    private static OperatorHarness byName(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyedByText(Probe.TYPE, Ticks::at, Ticks::name).with(operator);
    }

    private static OperatorHarness byNumber(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyed(Probe.TYPE, Ticks::at, Ticks::sparseKey).with(operator);
    }
}
