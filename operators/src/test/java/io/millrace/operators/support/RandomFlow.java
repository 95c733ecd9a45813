package io.millrace.operators.support;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.operators.Branches;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Emitter;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.Windowed;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import java.util.ArrayList;
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
            switch (random.nextInt(9)) {
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
                default -> byText.add(from.keyByText(name(), probe -> "key " + probe.key % 5));
            }
        }

        private void addKeyed(final List<KeyedStream<Probe>> streams) {
            if (streams.isEmpty()) {
                addPlain(any(plain));
                return;
            }
            final KeyedStream<Probe> from = any(streams);
            switch (random.nextInt(11)) {
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
                case 7 -> {
                    final Windowed<Probe, Probe> windows = from.window(
                                    name(), clock(), new TumblingWindow(10 + random.nextInt(60), random.nextInt(9)))
                            .fold(Probe.TYPE, Probe::add);
                    streams.add(windows.closed());
                    streams.add(windows.late().map(name(), Probe.TYPE, (late, probe) -> probe.set(late.item())));
                }
                case 8, 9 ->
                    streams.add(from.operator(
                            name(),
                            OperatorSpec.of(AlarmOp.class, Scope.KEY, 1L + random.nextInt(50), random.nextInt(3)),
                            Probe.TYPE));
                default -> {
                    if (threads < MOST_THREADS) {
                        streams.add(from.onThread(thread()));
                    }
                }
            }
        }

        private Clock<Probe> clock() {
            return random.nextBoolean()
                    ? new SystemClock<>()
                    : new EventClock<>(probe -> probe.count, random.nextInt(20));
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

    private static void split(final Probe in, final Probe reused, final Emitter<Probe> emitter) {
        for (long i = in.value % 3; i >= 0; i--) {
            reused.value = in.value + i;
            reused.key = i + in.key;
            reused.count = in.count;
            emitter.emit(reused);
        }
    }

    private static void accumulate(final Probe state, final Probe in, final Probe result) {
        state.add(in);
        result.value = state.value;
        result.key = in.key;
        result.count = in.count;
    }
}
