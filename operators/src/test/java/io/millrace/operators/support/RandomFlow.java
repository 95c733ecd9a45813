package io.millrace.operators.support;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.operators.Branches;
import io.millrace.operators.Collect;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Emitter;
import io.millrace.operators.Items;
import io.millrace.operators.Key;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Sorted;
import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulLogic;
import io.millrace.operators.Stream;
import io.millrace.operators.Windowed;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.Late;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.WindowInfo;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;

/** A flow made from a seed: random steps over random streams on random threads. The same seed makes the same flow. */
public final class RandomFlow implements BiConsumer<Dataflow, Collected> {
    private static final int MOST_STEPS = 12;
    private static final int MOST_THREADS = 4;

    private final long seed;
    private final int items;

    public RandomFlow(final long seed, final int items) {
        this.seed = seed;
        this.items = items;
    }

    @Override
    public void accept(final Dataflow flow, final Collected out) {
        new Maker(flow, out, new Random(seed)).make();
    }

    private final class Maker {
        private final Dataflow flow;
        private final Collected out;
        private final Random random;
        private final List<Stream<Probe>> plain = new ArrayList<>();
        private final List<KeyedStream<Probe>> byLong = new ArrayList<>();
        private final List<KeyedStream<Probe>> byText = new ArrayList<>();
        private int names;
        private int threads;

        Maker(final Dataflow flow, final Collected out, final Random random) {
            this.flow = flow;
            this.out = out;
            this.random = random;
        }

        void make() {
            final int inputs = 1 + random.nextInt(2);
            for (int i = 0; i < inputs; i++) {
                plain.add(flow.input(name(), ListFeed.of(Probe.TYPE, randomItems())));
            }
            final int steps = 3 + random.nextInt(MOST_STEPS);
            for (int i = 0; i < steps; i++) {
                addStep();
            }
            for (int i = 0; i < 3; i++) {
                any(plain).output(name(), out.sink());
            }
            if (!byLong.isEmpty()) {
                any(byLong).output(name(), out.sink());
            }
            if (!byText.isEmpty()) {
                any(byText).output(name(), out.sink());
            }
        }

        private List<ListFeed.At<Probe>> randomItems() {
            final List<ListFeed.At<Probe>> list = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < items; i++) {
                time += random.nextInt(4) == 0 ? random.nextInt(40) : 0;
                final Probe probe = Probe.of(random.nextInt(1_000));
                probe.key = random.nextInt(6);
                probe.count = time - random.nextInt(30);
                list.add(new ListFeed.At<>(time - random.nextInt(3), probe));
            }
            return list;
        }

        private void addStep() {
            switch (random.nextInt(4)) {
                case 0, 1 -> addPlain(any(plain));
                case 2 -> addKeyed(byLong);
                default -> addKeyed(byText);
            }
        }

        private void addPlain(final Stream<Probe> from) {
            switch (random.nextInt(13)) {
                case 0 -> plain.add(from.map(name(), Probe.TYPE, RandomFlow::twist));
                case 1 -> plain.add(from.filter(name(), filter()));
                case 2 -> plain.add(from.flatMap(name(), Probe.TYPE, RandomFlow::split));
                case 3 -> {
                    final Branches<Stream<Probe>> sides = from.branch(name(), filter());
                    plain.add(sides.matched());
                    plain.add(sides.unmatched());
                }
                case 4 -> plain.add(flow.merge(name(), from, any(plain), any(plain)));
                case 5 -> plain.add(from.onThread(thread()));
                case 6, 7 -> byLong.add(from.keyBy(name(), probe -> 3 - probe.key));
                case 8 -> plain.add(from.filterMap(name(), Probe.TYPE, RandomFlow::twistSome));
                case 9 -> {
                    final Sorted<Stream<Probe>, Stream<Late<Probe>>> sides = from.sort(name(), eventClock());
                    plain.add(sides.sorted());
                    plain.add(sides.late().map(name(), Probe.TYPE, RandomFlow::lateProbe));
                }
                case 10 -> {
                    if (threads < MOST_THREADS) {
                        threads += 2;
                        plain.add(from.rebalance(name(), 1 + random.nextInt(3)));
                    }
                }
                default -> byText.add(from.keyByText(name(), probe -> "key " + probe.key % 5));
            }
        }

        private void addKeyed(final List<KeyedStream<Probe>> streams) {
            if (streams.isEmpty()) {
                addPlain(any(plain));
                return;
            }
            final KeyedStream<Probe> from = any(streams);
            switch (random.nextInt(21)) {
                case 0 -> streams.add(from.map(name(), Probe.TYPE, RandomFlow::twist));
                case 1 -> streams.add(from.flatMap(name(), Probe.TYPE, RandomFlow::split));
                case 2 -> streams.add(flow.merge(name(), from, any(streams)));
                case 3 -> plain.add(from.values(name()));
                case 4 -> streams.add(from.statefulMap(name(), Probe.TYPE, Probe.TYPE, RandomFlow::accumulate));
                case 5, 6 -> {
                    if (threads < MOST_THREADS) {
                        threads += 2;
                        streams.add(from.parallel(name(), 1 + random.nextInt(3)));
                    }
                }
                case 7, 11, 12 -> {
                    final Windowed<Probe, Probe> windows = RandomWindows.over(from, name(), clock(), random);
                    streams.add(windows.closed());
                    streams.add(windows.early());
                    streams.add(windows.late().map(name(), Probe.TYPE, RandomFlow::late));
                    streams.add(windows.meta().map(name(), Probe.TYPE, RandomFlow::describe));
                }
                case 8, 9 ->
                    streams.add(from.operator(
                            name(),
                            OperatorSpec.of(AlarmOp.class, Scope.KEY, 1L + random.nextInt(50), random.nextInt(3)),
                            Probe.TYPE));
                case 10 -> {
                    if (threads < MOST_THREADS) {
                        streams.add(from.onThread(thread()));
                    }
                }
                default -> streams.add(byKey(from));
            }
        }

        /** One of the steps with state. */
        private KeyedStream<Probe> byKey(final KeyedStream<Probe> from) {
            return switch (random.nextInt(11)) {
                case 0 -> from.mapWithKey(name(), Probe.TYPE, RandomFlow::nameKey);
                case 1 -> from.stateful(name(), Probe.TYPE, Probe.TYPE, new Whims(1 + random.nextInt(40)));
                case 2 -> from.statefulFlatMap(name(), Probe.TYPE, Probe.TYPE, RandomFlow::splitBoth);
                case 3 -> from.runningFold(name(), Probe.TYPE, Probe::add);
                case 4 -> from.runningMax(name(), Comparator.comparingLong(probe -> probe.value % 50));
                case 5 -> from.runningReduce(name(), (one, other) -> other.value % 3 == 0 ? one : other);
                case 6 -> from.foldFinal(name(), Probe.TYPE, Probe::add);
                case 7 -> from.minFinal(name(), Comparator.comparingLong(probe -> probe.value % 50));
                case 8 -> from.collect(name(), collect()).flatMap(name(), Probe.TYPE, RandomFlow::emitAll);
                case 9 -> from.deduplicate(name(), probe -> probe.value % 7, Duration.ofNanos(1L + random.nextInt(40)));
                default -> {
                    final Sorted<KeyedStream<Probe>, KeyedStream<Late<Probe>>> sides = from.sort(name(), eventClock());
                    yield random.nextBoolean()
                            ? sides.sorted()
                            : sides.late().map(name(), Probe.TYPE, RandomFlow::lateProbe);
                }
            };
        }

        private Collect collect() {
            final Collect size = Collect.upTo(1 + random.nextInt(5));
            return switch (random.nextInt(3)) {
                case 0 -> size;
                case 1 -> size.idleFor(Duration.ofNanos(1L + random.nextInt(40)));
                default ->
                    size.idleFor(Duration.ofNanos(1L + random.nextInt(30)))
                            .olderThan(Duration.ofNanos(1L + random.nextInt(50)));
            };
        }

        private Clock<Probe> clock() {
            return random.nextBoolean() ? new SystemClock<>() : eventClock();
        }

        private EventClock<Probe> eventClock() {
            return new EventClock<>(probe -> probe.count % 100_000, random.nextInt(20));
        }

        private java.util.function.Predicate<Probe> filter() {
            final int modulus = 2 + random.nextInt(3);
            return probe -> probe.value % modulus != 0;
        }

        private String thread() {
            threads++;
            return "t" + threads;
        }

        private String name() {
            return "s" + names++;
        }

        private <S> S any(final List<S> streams) {
            return streams.get(random.nextInt(streams.size()));
        }
    }

    private static void twist(final Probe in, final Probe result) {
        result.value = in.value * 3 + 1;
        result.key = in.key + in.value % 2;
        result.count = in.count;
    }

    private static boolean twistSome(final Probe in, final Probe result) {
        twist(in, result);
        return in.value % 5 != 0;
    }

    private static void nameKey(final Key key, final Probe in, final Probe result) {
        result.set(in);
        result.key = in.key + key.text().length();
    }

    private static void lateProbe(final Late<Probe> late, final Probe result) {
        result.set(late.item());
        result.value += late.watermark() % 1_000;
    }

    private static void splitBoth(final Probe state, final Probe in, final Probe reused, final Emitter<Probe> emitter) {
        for (long i = state.count % 3; i > 0; i--) {
            reused.set(state);
            reused.key = in.key;
            emitter.emit(reused);
        }
        state.add(in);
    }

    private static void emitAll(final Items<Probe> list, final Probe reused, final Emitter<Probe> emitter) {
        for (int i = 0; i < list.size(); i++) {
            reused.set(list.get(i));
            reused.count += list.size();
            emitter.emit(reused);
        }
    }

    /** Logic that sets, moves and cancels timers, discards keys, and has a last word, as the numbers of items say. */
    private record Whims(long delay) implements StatefulLogic<Probe, Probe, Probe, Probe> {
        @Override
        public void onItem(final StatefulContext<Probe, Probe> context, final Probe state, final Probe item) {
            state.add(item);
            switch ((int) Math.floorMod(item.value, 5L)) {
                case 0 -> context.timerAfter(delay);
                case 1 -> context.cancelTimer();
                case 2 -> context.timerAt(context.now() + item.key);
                case 3 -> {
                    tell(context, state);
                    context.discard();
                }
                default -> context.emit(item);
            }
        }

        @Override
        public void onTimer(final StatefulContext<Probe, Probe> context, final Probe state) {
            tell(context, state);
            if (state.count % 2 == 0) {
                state.count++;
                context.timerAfter(delay);
            } else if (state.count % 3 == 0) {
                context.discard();
            }
        }

        @Override
        public void onEnd(final StatefulContext<Probe, Probe> context, final Probe state) {
            tell(context, state);
        }

        private static void tell(final StatefulContext<Probe, Probe> context, final Probe state) {
            context.out().value = state.value;
            context.out().key = context.key().text().length();
            context.out().count = context.now() + (context.isNew() ? 1 : 0);
            context.emit();
        }
    }

    private static void split(final Probe in, final Probe reused, final Emitter<Probe> emitter) {
        for (long i = in.value % 3; i >= 0; i--) {
            reused.value = in.value + i;
            reused.key = i + in.key;
            reused.count = in.count;
            emitter.emit(reused);
        }
    }

    private static void late(final Late<Probe> late, final Probe result) {
        result.set(late.item());
        result.value = result.value * 7 + late.window();
    }

    private static void describe(final WindowInfo window, final Probe result) {
        result.value = window.id() * 31 + window.start();
        result.key = window.mergedCount();
        result.count = window.end();
    }

    private static void accumulate(final Probe state, final Probe in, final Probe result) {
        state.add(in);
        result.value = state.value;
        result.key = in.key;
        result.count = in.count;
    }
}
