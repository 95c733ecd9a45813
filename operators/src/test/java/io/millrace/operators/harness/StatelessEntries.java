package io.millrace.operators.harness;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Branches;
import io.millrace.operators.Emitter;
import io.millrace.operators.Guarded;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;
import io.millrace.operators.testing.OperatorHarness;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Operators that look at one item at a time. */
final class StatelessEntries {
    private StatelessEntries() {}

    static Map<String, OperatorHarness> all() {
        final Map<String, OperatorHarness> entries = new TreeMap<>();
        entries.put("map, filling", keyed(s -> s.map("map", Probe.TYPE, StatelessEntries::twist)));
        entries.put(
                "map, returning",
                keyed(s -> s.map("map", Codecs.INT64, probe -> probe.value + probe.key))
                        .allocates());
        entries.put("filter", keyed(s -> s.filter("filter", probe -> probe.value % 3 != 0)));
        entries.put("flatMap, filling", keyed(s -> s.flatMap("split", Probe.TYPE, StatelessEntries::split)));
        entries.put(
                "flatMap",
                keyed(s -> s.flatMap("twice", Probe.TYPE, (final Probe probe, final Emitter<Probe> out) -> {
                    out.emit(probe);
                    out.emit(probe);
                })));
        entries.put(
                "filterMap, filling",
                keyed(s -> s.filterMap("dear", Probe.TYPE, (in, out) -> {
                    twist(in, out);
                    return in.value > 50;
                })));
        entries.put(
                "filterMap, returning",
                keyed(s -> s.filterMap("dear", Codecs.INT64, probe -> probe.value > 50 ? (Long) probe.value : null))
                        .allocates());
        entries.put(
                "flatten", keyed(s -> s.flatten("parts", Probe.TYPE, List::of)).allocates());
        entries.put("inspectDebug", keyed(s -> s.inspectDebug("look", (step, item, seq, stage, part) -> {})));
        entries.put(
                "mapWithKey, filling",
                byName(s -> s.mapWithKey("name", Probe.TYPE, (key, in, out) -> {
                    twist(in, out);
                    out.key = key.text().charAt(0);
                })));
        entries.put(
                "mapWithKey, returning",
                byName(s -> s.mapWithKey("name", Codecs.TEXT, (key, item) -> key.text() + item.value))
                        .allocates());
        entries.put("assertEmpty", OperatorHarness.of(StatelessEntries::assertEmpty));
        entries.put(
                "then",
                keyed(s -> s.then(
                        "part",
                        part -> part.map("map", Probe.TYPE, StatelessEntries::twist)
                                .filter("filter", probe -> probe.value % 2 == 0))));
        entries.put("rebalance", OperatorHarness.of(StatelessEntries::rebalance));
        entries.put("branch", OperatorHarness.of(StatelessEntries::branch));
        entries.put("inspect", keyed(s -> s.inspect("inspect", probe -> {})));
        entries.put("guard", OperatorHarness.of(StatelessEntries::guard).allocates());
        entries.put("guard, nothing fails", OperatorHarness.of(StatelessEntries::guardUnharmed));
        entries.put("values", plainFromKeyed());
        entries.put("keyBy text, merge", OperatorHarness.of(StatelessEntries::merge));
        return entries;
    }

    private static OperatorHarness keyed(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyed(Probe.TYPE, Ticks::at, Ticks::key).with(operator);
    }

    private static OperatorHarness byName(final Function<KeyedStream<Probe>, KeyedStream<?>> operator) {
        return OperatorHarness.keyedByText(Probe.TYPE, Ticks::at, Ticks::name).with(operator);
    }

    private static void assertEmpty(final HarnessFlow flow) {
        final KeyedStream<Probe> in = flow.keyed("in", Probe.TYPE, Ticks::at, Ticks::key);
        in.filter("negative", probe -> probe.value < 0).assertEmpty("none");
        flow.output("out", in);
    }

    private static void rebalance(final HarnessFlow flow) {
        flow.output(
                "out",
                flow.stream("in", Probe.TYPE, Ticks::at)
                        .rebalance("spread", 3)
                        .map("map", Probe.TYPE, StatelessEntries::twist));
    }

    private static OperatorHarness plainFromKeyed() {
        return OperatorHarness.keyed(Probe.TYPE, Ticks::at, Ticks::key)
                .with(s -> s.values("plain").keyBy("again", Ticks::key));
    }

    private static void branch(final HarnessFlow flow) {
        final Branches<KeyedStream<Probe>> sides =
                flow.keyed("in", Probe.TYPE, Ticks::at, Ticks::key).branch("odd", probe -> probe.value % 2 != 0);
        flow.output("matched", sides.matched());
        flow.output("unmatched", sides.unmatched());
    }

    private static void guard(final HarnessFlow flow) {
        final Guarded<KeyedStream<Probe>> guarded = flow.keyed("in", Probe.TYPE, Ticks::at, Ticks::key)
                .guard(
                        "guard",
                        s -> s.map("map", Probe.TYPE, StatelessEntries::twist).filter("risky", probe -> {
                            if (probe.value % 5 == 0) {
                                throw new IllegalStateException("five");
                            }
                            return probe.value % 5 > 1;
                        }));
        flow.output("passed", guarded.passed());
        flow.output("failed", guarded.failed());
    }

    private static void guardUnharmed(final HarnessFlow flow) {
        final Guarded<KeyedStream<Probe>> guarded = flow.keyed("in", Probe.TYPE, Ticks::at, Ticks::key)
                .guard("guard", s -> s.map("map", Probe.TYPE, StatelessEntries::twist));
        flow.output("passed", guarded.passed());
        flow.output("failed", guarded.failed());
    }

    private static void merge(final HarnessFlow flow) {
        final Stream<Probe> left = flow.stream("left", Probe.TYPE, Ticks::at);
        final Stream<Probe> right = flow.stream("right", Probe.TYPE, i -> Ticks.at(i * 3));
        flow.output(
                "out",
                flow.flow()
                        .merge("both", left.keyByText("l", Ticks::name), right.keyByText("r", Ticks::name))
                        .filter("some", probe -> probe.value > 10));
    }

    static void twist(final Probe in, final Probe out) {
        out.value = in.value * 3 + 1;
        out.key = in.key;
        out.count = in.count;
    }

    private static void split(final Probe in, final Probe reused, final Emitter<Probe> emitter) {
        for (long i = in.value % 3; i >= 0; i--) {
            reused.value = in.value + i;
            reused.key = in.key;
            reused.count = i;
            emitter.emit(reused);
        }
    }
}
