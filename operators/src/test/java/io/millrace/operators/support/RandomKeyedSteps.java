package io.millrace.operators.support;

import io.millrace.operators.Collect;
import io.millrace.operators.Dataflow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Sorted;
import io.millrace.operators.Windowed;
import io.millrace.operators.Windowing;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.AsOfJoined;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.WindowJoin;
import io.millrace.operators.window.Clock;
import io.millrace.operators.window.CountWindow;
import io.millrace.operators.window.Early;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.Late;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.Windower;
import java.time.Duration;
import java.util.Comparator;
import java.util.Random;
import java.util.function.Supplier;

/** Random steps on keyed streams. */
final class RandomKeyedSteps {
    private final Dataflow flow;
    private final Random random;
    private final Supplier<String> names;

    RandomKeyedSteps(final Dataflow flow, final Random random, final Supplier<String> names) {
        this.flow = flow;
        this.random = random;
        this.names = names;
    }

    /** One of the steps with state. */
    KeyedStream<Probe> stateful(final KeyedStream<Probe> from) {
        return switch (random.nextInt(11)) {
            case 0 -> from.mapWithKey(names.get(), Probe.TYPE, ProbeSteps::nameKey);
            case 1 -> from.stateful(names.get(), Probe.TYPE, Probe.TYPE, new ProbeSteps.Whims(1 + random.nextInt(40)));
            case 2 -> from.statefulFlatMap(names.get(), Probe.TYPE, Probe.TYPE, ProbeSteps::splitBoth);
            case 3 -> from.runningFold(names.get(), Probe.TYPE, Probe::add);
            case 4 -> from.runningMax(names.get(), Comparator.comparingLong(probe -> probe.value % 50));
            case 5 -> from.runningReduce(names.get(), (one, other) -> other.value % 3 == 0 ? one : other);
            case 6 -> from.foldFinal(names.get(), Probe.TYPE, Probe::add);
            case 7 -> from.minFinal(names.get(), Comparator.comparingLong(probe -> probe.value % 50));
            case 8 -> from.collect(names.get(), collect()).flatMap(names.get(), Probe.TYPE, ProbeSteps::emitAll);
            case 9 ->
                from.deduplicate(names.get(), probe -> probe.value % 7, Duration.ofNanos(1L + random.nextInt(40)));
            default -> {
                final Sorted<KeyedStream<Probe>, KeyedStream<Late<Probe>>> sides = from.sort(names.get(), eventClock());
                yield random.nextBoolean()
                        ? sides.sorted()
                        : sides.late().map(names.get(), Probe.TYPE, ProbeSteps::late);
            }
        };
    }

    /** A join of two streams, with itself perhaps. */
    KeyedStream<Probe> joined(final KeyedStream<Probe> left, final KeyedStream<Probe> right) {
        return switch (random.nextInt(4)) {
            case 0 -> left.join(names.get(), right, JoinMode.last().complete(), Probe.TYPE, ProbeSteps::both);
            case 1 -> left.join(names.get(), right, JoinMode.first().running().left(), Probe.TYPE, ProbeSteps::both);
            case 2 -> {
                final AsOf<Probe, Probe> asOf = AsOf.<Probe, Probe>by(probe -> probe.count, probe -> probe.count)
                        .lateness(Duration.ofNanos(random.nextInt(20)));
                final AsOfJoined<Probe, Probe> joined =
                        left.asOfJoin(names.get(), right, asOf, Probe.TYPE, ProbeSteps::both);
                yield random.nextBoolean() ? joined.matched() : joined.unmatched();
            }
            default -> {
                final WindowJoin join = WindowJoin.in(new TumblingWindow(10 + random.nextInt(60), 0))
                        .lateness(Duration.ofNanos(random.nextInt(20)))
                        .ordered(random.nextBoolean());
                yield flow.joinWindow(
                                names.get(),
                                join,
                                JoinSide.of(left, probe -> probe.count),
                                JoinSide.of(right, probe -> probe.count))
                        .closed()
                        .map(names.get(), Probe.TYPE, (row, out) -> ProbeSteps.both(row.get(0), row.get(1), out));
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

    Windowed<Probe, Probe> windows(final KeyedStream<Probe> from) {
        Windowing<Probe> windows = from.window(names.get(), clock(), windower());
        if (random.nextInt(3) == 0) {
            windows = windows.ordered();
        }
        if (random.nextInt(3) == 0) {
            windows = windows.allowedLateness();
        }
        if (random.nextInt(5) == 0) {
            windows = windows.forgetIdle(Duration.ofNanos(1L + random.nextInt(60)));
        }
        switch (random.nextInt(8)) {
            case 0 -> windows = windows.early(Early.everyItems(1L + random.nextInt(3)));
            case 1 -> windows = windows.early(Early.every(Duration.ofNanos(1L + random.nextInt(30))));
            case 2 -> windows = windows.early(Early.<Probe>when(probe -> probe.value % 3 == 0));
            default -> {
                // Results when windows close only.
            }
        }
        return random.nextInt(4) == 0
                ? windows.max(Comparator.comparingLong(probe -> probe.value % 100))
                : windows.fold(Probe.TYPE, Probe::add, Probe::add);
    }

    private Windower windower() {
        final long length = 10L + random.nextInt(60);
        return switch (random.nextInt(5)) {
            case 0 -> new SlidingWindow(length, 1 + length / (2 + random.nextInt(4)), random.nextInt(9));
            case 1 -> new SessionWindow(random.nextInt(25));
            case 2 -> new CountWindow(1L + random.nextInt(6));
            default -> new TumblingWindow(length, random.nextInt(9));
        };
    }

    private Clock<Probe> clock() {
        return random.nextBoolean() ? new SystemClock<>() : eventClock();
    }

    EventClock<Probe> eventClock() {
        return new EventClock<>(probe -> probe.count % 100_000, random.nextInt(20));
    }
}
