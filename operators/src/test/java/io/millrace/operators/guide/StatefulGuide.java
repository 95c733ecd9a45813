package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Collect;
import io.millrace.operators.Count;
import io.millrace.operators.Items;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Sorted;
import io.millrace.operators.Stream;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.Late;
import java.time.Duration;
import java.util.Comparator;

/** Examples of steps that keep something for each key. */
final class StatefulGuide {
    private StatefulGuide() {}

    static void statefulMap(final Guide guide) {
        KeyedStream<Long> changes = guide.keyed("BTC 100 @0", "ETH 20 @1", "BTC 103 @2", "BTC 101 @4")
                .statefulMap("change", Tick.TYPE, Codecs.INT64, (last, tick) -> {
                    long change = tick.price() - last.price();
                    last.set(tick);
                    return change;
                });
        guide.log(changes);
    }

    static void statefulMapFilling(final Guide guide) {
        KeyedStream<Tick> changes = guide.keyed("BTC 100 @0", "ETH 20 @1", "BTC 103 @2", "BTC 101 @4")
                .statefulMap("change", Tick.TYPE, Tick.TYPE, (last, tick, out) -> {
                    out.set(tick).price(tick.price() - last.price());
                    last.set(tick);
                });
        guide.log(changes);
    }

    static void statefulFlatMap(final Guide guide) {
        KeyedStream<Tick> records = guide.keyed("BTC 100 @0", "BTC 103 @1", "BTC 101 @2", "BTC 104 @3")
                .statefulFlatMap("record", Tick.TYPE, Tick.TYPE, (highest, tick, reused, out) -> {
                    if (tick.price() > highest.price()) {
                        highest.set(tick);
                        out.emit(reused.set(tick));
                    }
                });
        guide.log(records);
    }

    static void stateful(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @0", "ETH 20 @1", "BTC 101 @2", "wait 5", "BTC 102 @8");
        guide.log(ticks.stateful("quiet", Tick.TYPE, Codecs.TEXT, new Quiet(Duration.ofSeconds(3))));
    }

    static void statefulLambda(final Guide guide) {
        KeyedStream<Bar> threes = guide.keyed("BTC 1 @0", "BTC 2 @1", "BTC 3 @2", "BTC 4 @3")
                .stateful("threes", Bar.TYPE, Bar.TYPE, (context, bar, tick) -> {
                    bar.add(tick);
                    if (bar.ticks() == 3) {
                        context.emit(bar);
                        context.discard();
                    }
                });
        guide.log(threes);
    }

    static void cancelTimer(final Guide guide) {
        KeyedStream<Tick> orders = guide.keyed("BTC 100 @0", "ETH 20 @1", "BTC 0 @2", "wait 9");
        guide.log(orders.stateful("unanswered", Tick.TYPE, Tick.TYPE, new Unanswered(Duration.ofSeconds(5))));
    }

    static void runningFold(final Guide guide) {
        guide.log(guide.keyed("BTC 100 @0", "ETH 20 @1", "BTC 103 @2").runningFold("bar", Bar.TYPE, Bar::add));
    }

    static void running(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @0", "ETH 20 @1", "BTC 99 @2", "BTC 103 @4");
        guide.log("count", ticks.runningCount("count"));
        guide.log("max", ticks.runningMax("max", Comparator.comparingLong(Tick::price)));
        guide.log("sum", ticks.runningReduce("sum", (sum, tick) -> sum.price(sum.price() + tick.price())));
    }

    static void finals(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("ETH 20 @0", "BTC 100 @1", "BTC 99 @2", "BTC 103 @4");
        KeyedStream<Count> count = ticks.countFinal("count");
        guide.log("count", count);
        guide.log("min", ticks.minFinal("min", Comparator.comparingLong(Tick::price)));
        guide.log("bar", ticks.foldFinal("bar", Bar.TYPE, Bar::add));
    }

    static void collect(final Guide guide) {
        KeyedStream<Items<Tick>> pairs = guide.keyed("BTC 100 @0", "ETH 20 @1", "BTC 101 @2", "BTC 102 @3")
                .collect("pairs", Collect.upTo(2));
        guide.log(pairs);
    }

    static void collectTimed(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @0", "BTC 101 @2", "BTC 102 @4", "BTC 103 @6", "wait 9");
        guide.log("idle", ticks.collect("idle", Collect.whenIdleFor(Duration.ofSeconds(3))));
        guide.log("age", ticks.collect("age", Collect.upTo(100).olderThan(Duration.ofSeconds(3))));
    }

    static void deduplicate(final Guide guide) {
        KeyedStream<Tick> once = guide.keyed("BTC 100 @0", "BTC 100 @1", "ETH 100 @2", "BTC 101 @3", "BTC 100 @10")
                .deduplicate("once", Tick::price, Duration.ofSeconds(10));
        guide.log(once);
    }

    static void sort(final Guide guide) {
        Stream<Tick> ticks = guide.ticks("BTC 100 @1", "ETH 20 @3", "BTC 101 @2", "BTC 102 @6", "BTC 103 @1", "wait 2");
        Sorted<Stream<Tick>, Stream<Late<Tick>>> byTime =
                ticks.sort("by-time", EventClock.of(Tick::time).lateness(Duration.ofSeconds(2)));
        guide.show("sorted", byTime.sorted());
        guide.show("late", byTime.late());
    }
}
