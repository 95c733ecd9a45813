package io.millrace.bench.operators;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.AsOfJoined;
import io.millrace.operators.join.Interval;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.WindowJoin;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** Steps with several inputs, whose ticks come by turns. */
final class JoinSteps {
    private static final Duration LATENESS = Duration.ofNanos(Ticks.DISORDER);

    /** Half of the mean distance of two ticks of a key on one side: so an item has one partner, more or less. */
    private static final Duration NEAR = Duration.ofNanos(Ticks.KEYS * Ticks.STEP);

    private JoinSteps() {}

    static Map<String, Consumer<Workbench>> all() {
        final Map<String, Consumer<Workbench>> steps = new LinkedHashMap<>();
        steps.put("join: join of two, running", pair(JoinMode.last().running()));
        steps.put("join: join of two, complete", pair(JoinMode.last()));
        steps.put("join: join of two, product", pair(JoinMode.product()));
        steps.put(
                "join: join of two, running, returning",
                bench -> bench.out(
                        bench.keyed()
                                .join(
                                        "step",
                                        bench.keyed(),
                                        JoinMode.last().running().inner(),
                                        Codecs.INT64,
                                        (left, right) -> left.value + right.value),
                        Long::longValue));
        steps.put(
                "join: join of three, running",
                bench -> bench.out(
                        bench.flow()
                                .join("step", JoinMode.last().running(), bench.keyed(), bench.keyed(), bench.keyed()),
                        JoinSteps::sum));
        steps.put("join: joinWindow of two", JoinSteps::windows);
        steps.put("join: asOfJoin", asOf(AsOf.by(Tick::sent, Tick::sent)));
        steps.put(
                "join: asOfJoin, in order of time",
                asOf(AsOf.by(Tick::time, Tick::time).lateness(LATENESS)));
        steps.put("join: intervalJoin", JoinSteps::interval);
        return steps;
    }

    private static Consumer<Workbench> pair(final JoinMode mode) {
        return bench ->
                bench.out(bench.keyed().join("step", bench.keyed(), mode, Tick.TYPE, JoinSteps::add), Tick::sum);
    }

    private static void windows(final Workbench bench) {
        bench.out(
                bench.flow()
                        .joinWindow(
                                "step",
                                WindowJoin.in(TumblingWindow.of(WindowSteps.LENGTH))
                                        .lateness(LATENESS),
                                JoinSide.of(bench.keyed(), Tick::time),
                                JoinSide.of(bench.keyed(), Tick::time))
                        .closed(),
                JoinSteps::sum);
    }

    private static Consumer<Workbench> asOf(final AsOf<Tick, Tick> asOf) {
        return bench -> {
            final AsOfJoined<Tick, Tick> joined =
                    bench.keyed().asOfJoin("step", bench.keyed(), asOf, Tick.TYPE, JoinSteps::add);
            bench.out(joined.matched(), Tick::sum);
            bench.out(joined.unmatched(), Tick::sum);
        };
    }

    private static void interval(final Workbench bench) {
        bench.out(
                bench.keyed()
                        .intervalJoin(
                                "step",
                                bench.keyed(),
                                Interval.of(Tick::time, Tick::time)
                                        .before(NEAR)
                                        .after(NEAR)
                                        .lateness(LATENESS),
                                Tick.TYPE,
                                JoinSteps::add)
                        .matched(),
                Tick::sum);
    }

    private static long sum(final JoinRow row) {
        long sum = 0;
        for (int side = 0; side < row.sides(); side++) {
            if (row.has(side)) {
                final Tick tick = row.get(side);
                sum += tick.sum();
            }
        }
        return sum;
    }

    private static void add(final Tick left, final Tick right, final Tick out) {
        final Tick any = left == null ? right : left;
        out.key = any.key;
        out.value = (left == null ? 0 : left.value) + (right == null ? 0 : right.value);
        out.time = any.time;
        out.sent = any.sent;
    }
}
