package io.millrace.bench.operators;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Collect;
import io.millrace.operators.Count;
import io.millrace.operators.Items;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulLogic;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;

/** Steps that keep something for each key. */
final class KeySteps {
    /** Longer than most pauses between two ticks of a key, shorter than some. */
    static final Duration PAUSE = Duration.ofMillis(3);

    static final Comparator<Tick> BY_VALUE = Comparator.comparingLong(Tick::value);

    private static final Duration LONG = Duration.ofMillis(110);

    private KeySteps() {}

    static Map<String, Consumer<Workbench>> all() {
        final Map<String, Consumer<Workbench>> steps = new LinkedHashMap<>();
        steps.put(
                "state: statefulMap",
                sums(s -> s.statefulMap("step", Sum.TYPE, Sum.TYPE, (state, tick, out) -> {
                    state.add(tick);
                    out.set(state);
                })));
        steps.put(
                "state: statefulMap, text keys",
                bench -> bench.out(
                        bench.keyedByText().statefulMap("step", Sum.TYPE, Sum.TYPE, (state, tick, out) -> {
                            state.add(tick);
                            out.set(state);
                        }),
                        Sum::sum));
        steps.put(
                "state: statefulMap, returning",
                one(
                        s -> s.statefulMap("step", Sum.TYPE, Codecs.INT64, (state, tick) -> {
                            state.add(tick);
                            return state.value;
                        }),
                        Long::longValue));
        steps.put(
                "state: statefulFlatMap",
                ticks(s -> s.statefulFlatMap("step", Tick.TYPE, Tick.TYPE, (state, tick, out, emitter) -> {
                    if (tick.value > state.value) {
                        out.set(tick);
                        emitter.emit(out);
                    }
                    state.set(tick);
                })));
        steps.put(
                "state: stateful",
                sums(s -> s.stateful("step", Sum.TYPE, Sum.TYPE, (context, state, tick) -> {
                    state.add(tick);
                    context.out().set(state);
                    context.emit();
                })));
        steps.put(
                "state: stateful, a timer for each pause",
                sums(s -> s.stateful("step", Sum.TYPE, Sum.TYPE, new Pauses())));
        steps.put("state: runningFold", sums(s -> s.runningFold("step", Sum.TYPE, Sum::add)));
        steps.put("state: runningReduce", ticks(s -> s.runningReduce("step", (one, other) -> other)));
        steps.put("state: runningCount", counts(s -> s.runningCount("step")));
        steps.put("state: runningMin", ticks(s -> s.runningMin("step", BY_VALUE)));
        steps.put("state: runningMax", ticks(s -> s.runningMax("step", BY_VALUE)));
        steps.put("state: foldFinal", sums(s -> s.foldFinal("step", Sum.TYPE, Sum::add)));
        steps.put("state: reduceFinal", ticks(s -> s.reduceFinal("step", (one, other) -> other)));
        steps.put("state: countFinal", counts(s -> s.countFinal("step")));
        steps.put("state: minFinal", ticks(s -> s.minFinal("step", BY_VALUE)));
        steps.put("state: maxFinal", ticks(s -> s.maxFinal("step", BY_VALUE)));
        steps.put("state: collect of 10", one(s -> s.collect("step", Collect.upTo(10)), KeySteps::sum));
        steps.put(
                "state: collect until a pause", one(s -> s.collect("step", Collect.whenIdleFor(PAUSE)), KeySteps::sum));
        steps.put("state: deduplicate of 100", ticks(s -> s.deduplicate("step", Tick::value, LONG)));
        steps.put("state: sort by key", KeySteps::sort);
        return steps;
    }

    private static Consumer<Workbench> ticks(final Function<KeyedStream<Tick>, KeyedStream<Tick>> step) {
        return one(step, Tick::sum);
    }

    private static Consumer<Workbench> sums(final Function<KeyedStream<Tick>, KeyedStream<Sum>> step) {
        return one(step, Sum::sum);
    }

    private static Consumer<Workbench> counts(final Function<KeyedStream<Tick>, KeyedStream<Count>> step) {
        return one(step, Count::value);
    }

    private static <R> Consumer<Workbench> one(
            final Function<KeyedStream<Tick>, KeyedStream<R>> step, final ToLongFunction<? super R> reader) {
        return bench -> bench.out(step.apply(bench.keyed()), reader);
    }

    /** Of all fields of all items. */
    static long sum(final Items<Tick> items) {
        long sum = 0;
        for (int i = 0; i < items.size(); i++) {
            sum += items.get(i).sum();
        }
        return sum;
    }

    private static void sort(final Workbench bench) {
        final var sides = bench.keyed().sort("step", WindowSteps.CLOCK);
        bench.out(sides.sorted(), Tick::sum);
        bench.out(sides.late(), late -> late.item().sum());
    }

    /** Sums up until nothing comes any more. */
    private static final class Pauses implements StatefulLogic<Sum, Tick, Sum, Sum> {
        private static final long NANOS = PAUSE.toNanos();

        @Override
        public void onItem(final StatefulContext<Sum, Sum> context, final Sum state, final Tick tick) {
            state.add(tick);
            context.timerAfter(NANOS);
        }

        @Override
        public void onTimer(final StatefulContext<Sum, Sum> context, final Sum state) {
            context.out().set(state);
            context.emit();
            context.discard();
        }
    }
}
