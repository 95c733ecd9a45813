package io.millrace.operators.support;

import io.millrace.engine.graph.OperatorSpec;
import io.millrace.engine.graph.Scope;
import io.millrace.operators.Branches;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Sorted;
import io.millrace.operators.Stream;
import io.millrace.operators.Windowed;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.Late;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

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
        private final RandomKeyedSteps keyed;
        private int names;
        private int threads;

        Maker(final Dataflow flow, final Collected out, final Random random) {
            this.flow = flow;
            this.out = out;
            this.random = random;
            this.keyed = new RandomKeyedSteps(flow, random, this::name);
        }

        void make() {
            final int inputs = 1 + random.nextInt(2);
            for (int i = 0; i < inputs; i++) {
                plain.add(flow.input(name(), TimedItems.of(Probe.TYPE, randomItems())));
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

        private List<TimedItems.At<Probe>> randomItems() {
            final List<TimedItems.At<Probe>> list = new ArrayList<>();
            long time = 0;
            for (int i = 0; i < items; i++) {
                time += random.nextInt(4) == 0 ? random.nextInt(40) : 0;
                final Probe probe = Probe.of(random.nextInt(1_000));
                probe.key = random.nextInt(6);
                probe.count = time - random.nextInt(30);
                list.add(new TimedItems.At<>(time - random.nextInt(3), probe));
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
                case 0 -> plain.add(from.map(name(), Probe.TYPE, ProbeSteps::twist));
                case 1 -> plain.add(from.filter(name(), filter()));
                case 2 -> plain.add(from.flatMap(name(), Probe.TYPE, ProbeSteps::split));
                case 3 -> {
                    final Branches<Stream<Probe>> sides = from.branch(name(), filter());
                    plain.add(sides.matched());
                    plain.add(sides.unmatched());
                }
                case 4 -> plain.add(flow.merge(name(), from, any(plain), any(plain)));
                case 5 -> plain.add(from.onThread(thread()));
                case 6, 7 -> byLong.add(from.keyBy(name(), probe -> 3 - probe.key));
                case 8 -> plain.add(from.filterMap(name(), Probe.TYPE, ProbeSteps::twistSome));
                case 9 -> {
                    final Sorted<Stream<Probe>, Stream<Late<Probe>>> sides = from.sort(name(), keyed.eventClock());
                    plain.add(sides.sorted());
                    plain.add(sides.late().map(name(), Probe.TYPE, ProbeSteps::late));
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
            switch (random.nextInt(24)) {
                case 0 -> streams.add(from.map(name(), Probe.TYPE, ProbeSteps::twist));
                case 1 -> streams.add(from.flatMap(name(), Probe.TYPE, ProbeSteps::split));
                case 2 -> streams.add(flow.merge(name(), from, any(streams)));
                case 3 -> plain.add(from.values(name()));
                case 4 -> streams.add(from.statefulMap(name(), Probe.TYPE, Probe.TYPE, ProbeSteps::accumulate));
                case 5, 6 -> {
                    if (threads < MOST_THREADS) {
                        threads += 2;
                        streams.add(from.parallel(name(), 1 + random.nextInt(3)));
                    }
                }
                case 7, 11, 12 -> {
                    final Windowed<Probe, Probe> windows = keyed.windows(from);
                    streams.add(windows.closed());
                    streams.add(windows.early());
                    streams.add(windows.late().map(name(), Probe.TYPE, ProbeSteps::late));
                    streams.add(windows.meta().map(name(), Probe.TYPE, ProbeSteps::describe));
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
                case 13, 14, 15 -> streams.add(keyed.joined(from, any(streams)));
                default -> streams.add(keyed.stateful(from));
            }
        }

        private Predicate<Probe> filter() {
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
}
