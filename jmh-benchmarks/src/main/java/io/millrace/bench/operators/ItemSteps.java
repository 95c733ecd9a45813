package io.millrace.bench.operators;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Branches;
import io.millrace.operators.Emitter;
import io.millrace.operators.Guarded;
import io.millrace.operators.Stream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Steps that look at one item at a time. */
final class ItemSteps {
    private ItemSteps() {}

    static Map<String, Consumer<Workbench>> all() {
        final Map<String, Consumer<Workbench>> steps = new LinkedHashMap<>();
        steps.put("item: map", ticks(s -> s.map("step", Tick.TYPE, ItemSteps::twist)));
        steps.put(
                "item: map, returning", one(s -> s.map("step", Codecs.INT64, tick -> tick.value * 3), Long::longValue));
        steps.put("item: filter", ticks(s -> s.filter("step", tick -> tick.value % 4 != 0)));
        steps.put(
                "item: filterMap",
                ticks(s -> s.filterMap("step", Tick.TYPE, (in, out) -> {
                    twist(in, out);
                    return in.value % 4 != 0;
                })));
        steps.put("item: flatMap", ticks(s -> s.flatMap("step", Tick.TYPE, ItemSteps::split)));
        steps.put(
                "item: flatMap, emitting",
                ticks(s -> s.flatMap("step", Tick.TYPE, (final Tick tick, final Emitter<Tick> out) -> {
                    out.emit(tick);
                    out.emit(tick);
                })));
        steps.put("item: flatten, a list each", ticks(s -> s.flatten("step", Tick.TYPE, List::of)));
        steps.put("item: branch", ItemSteps::branch);
        steps.put(
                "item: merge of two",
                bench -> bench.out(bench.flow().merge("step", bench.stream(), bench.stream()), Tick::sum));
        steps.put("item: inspect", ticks(s -> s.inspect("step", tick -> {})));
        steps.put("item: inspectDebug", ticks(s -> s.inspectDebug("step", (step, tick, seq, stage, part) -> {})));
        steps.put("item: assertEmpty behind a filter", ItemSteps::assertEmpty);
        steps.put(
                "item: rebalance to two, map",
                ticks(s -> s.rebalance("step", 2).map("map", Tick.TYPE, ItemSteps::twist)));
        steps.put("item: guard around a map, nothing fails", ItemSteps::guard);
        steps.put("item: sort", ItemSteps::sort);
        steps.put("key: keyBy", bench -> bench.out(bench.keyed(), Tick::sum));
        steps.put("key: keyByText", bench -> bench.out(bench.keyedByText(), Tick::sum));
        steps.put("key: values", bench -> bench.out(bench.keyed().values("step"), Tick::sum));
        steps.put(
                "key: mapWithKey",
                bench -> bench.out(
                        bench.keyed().mapWithKey("step", Tick.TYPE, (key, in, out) -> {
                            twist(in, out);
                            out.key = key.number();
                        }),
                        Tick::sum));
        return steps;
    }

    private static Consumer<Workbench> ticks(final Function<Stream<Tick>, Stream<Tick>> step) {
        return one(step, Tick::sum);
    }

    private static <R> Consumer<Workbench> one(
            final Function<Stream<Tick>, Stream<R>> step, final ToLongFunction<? super R> reader) {
        return bench -> bench.out(step.apply(bench.stream()), reader);
    }

    private static void guard(final Workbench bench) {
        final Guarded<Stream<Tick>> guarded =
                bench.stream().guard("step", inner -> inner.map("map", Tick.TYPE, ItemSteps::twist));
        bench.out(guarded.passed(), Tick::sum);
        bench.out(guarded.failed(), letter -> 1);
    }

    private static void branch(final Workbench bench) {
        final Branches<Stream<Tick>> sides = bench.stream().branch("step", tick -> tick.value % 2 == 0);
        bench.out(sides.matched(), Tick::sum);
        bench.out(sides.unmatched(), Tick::sum);
    }

    private static void assertEmpty(final Workbench bench) {
        final Stream<Tick> in = bench.stream();
        in.filter("negative", tick -> tick.value < 0).assertEmpty("step");
        bench.out(in, Tick::sum);
    }

    private static void sort(final Workbench bench) {
        final var sides = bench.stream().sort("step", WindowSteps.CLOCK);
        bench.out(sides.sorted(), Tick::sum);
        bench.out(sides.late(), late -> late.item().sum());
    }

    private static void twist(final Tick in, final Tick out) {
        out.key = in.key;
        out.value = in.value * 3 + 1;
        out.time = in.time;
        out.sent = in.sent;
    }

    private static void split(final Tick in, final Tick reused, final Emitter<Tick> out) {
        for (long half = 0; half < 2; half++) {
            reused.key = in.key;
            reused.value = in.value + half;
            reused.time = in.time;
            reused.sent = in.sent;
            out.emit(reused);
        }
    }
}
