package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Count;
import io.millrace.operators.Items;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.window.CountWindow;
import io.millrace.operators.window.Early;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SlidingWindow;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import io.millrace.operators.window.WindowItemType;
import java.time.Duration;
import java.util.Comparator;

/** Examples of windows. */
final class WindowsGuide {
    private static final Duration TEN = Duration.ofSeconds(10);
    private static final EventClock<Tick> CLOCK = EventClock.of(Tick::time);

    private WindowsGuide() {}

    static void tumbling(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "ETH 20 @2", "BTC 103 @9", "BTC 101 @10", "wait 20");
        Windowed<Tick, Bar> bars = ticks.window(
                        "10s", EventClock.of(Tick::time), TumblingWindow.of(Duration.ofSeconds(10)))
                .fold(Bar.TYPE, Bar::add);
        guide.log("closed", bars.closed());
        guide.log("meta", bars.meta());
    }

    static void lateness(final Guide guide) {
        EventClock<Tick> clock = EventClock.of(Tick::time).lateness(Duration.ofSeconds(2));
        KeyedStream<Tick> ticks =
                guide.keyed("BTC 100 @1", "BTC 101 @11", "BTC 102 @9", "BTC 103 @8", "wait 1", "BTC 104 @9", "wait 9");
        Windowed<Tick, Items<Tick>> lists =
                ticks.window("10s", clock, TumblingWindow.of(TEN)).collect();
        guide.log("closed", lists.closed());
        guide.log("late", lists.late());
    }

    static void system(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 101 @11", "BTC 102 @2", "wait 20");
        guide.log(ticks.window("10s", new SystemClock<>(), TumblingWindow.of(TEN))
                .collect()
                .closed());
    }

    static void sliding(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 103 @6", "BTC 101 @12", "wait 20");
        guide.log(ticks.window("10s-5s", CLOCK, SlidingWindow.of(Duration.ofSeconds(10), Duration.ofSeconds(5)))
                .fold(Bar.TYPE, Bar::add, Bar::merge)
                .closed());
    }

    static void session(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 101 @4", "BTC 102 @7", "BTC 103 @12", "wait 20");
        Windowed<Tick, Items<Tick>> sessions = ticks.window("quiet-3s", CLOCK, SessionWindow.of(Duration.ofSeconds(3)))
                .collect();
        guide.log("closed", sessions.closed());
        guide.log("meta", sessions.meta());
    }

    static void sessionMerge(final Guide guide) {
        EventClock<Tick> patient = EventClock.of(Tick::time).lateness(TEN);
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 101 @6", "BTC 102 @4", "wait 20");
        Windowed<Tick, Bar> sessions = ticks.window("quiet-3s", patient, SessionWindow.of(Duration.ofSeconds(3)))
                .fold(Bar.TYPE, Bar::add, Bar::merge);
        guide.log("closed", sessions.closed());
        guide.log("meta", sessions.meta());
    }

    static void count(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 101 @2", "ETH 20 @3", "BTC 102 @4");
        Windowed<Tick, Bar> pairs = ticks.window("pairs", CountWindow.of(2)).fold(Bar.TYPE, Bar::add);
        guide.log("closed", pairs.closed());
        guide.log("meta", pairs.meta());
    }

    static void ordered(final Guide guide) {
        EventClock<Tick> clock = EventClock.of(Tick::time).lateness(Duration.ofSeconds(3));
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @2", "BTC 101 @1", "BTC 102 @3", "wait 20");
        guide.log(
                "as they come",
                ticks.window("a", clock, TumblingWindow.of(TEN)).collect().closed());
        guide.log(
                "ordered",
                ticks.window("o", clock, TumblingWindow.of(TEN))
                        .ordered()
                        .collect()
                        .closed());
    }

    static void allowedLateness(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 101 @8", "BTC 102 @3", "BTC 103 @12", "BTC 104 @9");
        Windowed<Tick, Items<Tick>> strict =
                ticks.window("strict", CLOCK, TumblingWindow.of(TEN)).collect();
        Windowed<Tick, Items<Tick>> lenient = ticks.window("lenient", CLOCK, TumblingWindow.of(TEN))
                .allowedLateness()
                .collect();
        guide.log("strict late", strict.late());
        guide.log("strict closed", strict.closed());
        guide.log("lenient late", lenient.late());
        guide.log("lenient closed", lenient.closed());
    }

    static void early(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 103 @2", "BTC 109 @6", "wait 20");
        Windowed<Tick, Bar> everyThree = ticks.window("every", CLOCK, TumblingWindow.of(TEN))
                .early(Early.every(Duration.ofSeconds(3)))
                .fold(Bar.TYPE, Bar::add);
        Windowed<Tick, Bar> wide = ticks.window("when", CLOCK, TumblingWindow.of(TEN))
                .early(Early.<Bar>when(bar -> bar.range() > 5))
                .fold(Bar.TYPE, Bar::add);
        guide.log("every 3 s", everyThree.early());
        guide.log("when wide", wide.early());
        guide.log("closed", everyThree.closed());
    }

    static void late(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @12", "BTC 101 @7");
        Windowed<Tick, Count> counts = ticks.window(
                        "10s-5s", CLOCK, SlidingWindow.of(Duration.ofSeconds(10), Duration.ofSeconds(5)))
                .count();
        guide.log(counts.late());
    }

    static void reductions(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 103 @2", "BTC 99 @6", "wait 20");
        guide.log(
                "count",
                ticks.window("c", CLOCK, TumblingWindow.of(TEN)).count().closed());
        guide.log(
                "max",
                ticks.window("m", CLOCK, TumblingWindow.of(TEN))
                        .max(Comparator.comparingLong(Tick::price))
                        .closed());
        guide.log(
                "last",
                ticks.window("l", CLOCK, TumblingWindow.of(TEN))
                        .reduce((last, tick) -> tick)
                        .closed());
    }

    static void foldWithWindow(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 103 @2", "BTC 99 @16", "wait 20");
        guide.log(ticks.window("10s", CLOCK, TumblingWindow.of(TEN))
                .foldWithWindow(TimedBar.TYPE, TimedBar::add)
                .closed());
    }

    static void bounds(final Guide guide) {
        WindowItemType<TimedBar, TimedBar> bounded = WindowItemType.of(TimedBar.TYPE, TimedBar::bounds);
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 103 @2", "BTC 99 @16", "wait 20");
        guide.log(ticks.window("10s", CLOCK, TumblingWindow.of(TEN))
                .fold(bounded, TimedBar::add)
                .closed());
    }

    static void apply(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @1", "BTC 109 @2", "BTC 99 @6", "wait 20");
        guide.log(ticks.window("10s", CLOCK, TumblingWindow.of(TEN))
                .apply(Bar.TYPE, Codecs.TEXT, new WideBar(5))
                .closed());
    }

    static void order(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("ETH 20 @1", "BTC 100 @2", "BTC 101 @24", "wait 30", "SOL 7 @60");
        guide.log(ticks.window("10s", CLOCK, TumblingWindow.of(TEN)).collect().closed());
    }

    static void forgetIdle(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @12", "wait 100", "BTC 101 @5", "wait 1");
        guide.log(
                "late",
                ticks.window("kept", CLOCK, TumblingWindow.of(TEN)).collect().late());
        Windowed<Tick, Items<Tick>> forgotten = ticks.window("forgotten", CLOCK, TumblingWindow.of(TEN))
                .forgetIdle(Duration.ofSeconds(60))
                .collect();
        guide.log("late again", forgotten.late());
        guide.log("closed", forgotten.closed());
    }

    static void refused(final Guide guide) {
        EventClock<Tick> patient = EventClock.of(Tick::time).lateness(TEN);
        guide.log(guide.keyed("BTC 100 @1")
                .window("quiet", patient, SessionWindow.of(TEN))
                .fold(Bar.TYPE, Bar::add)
                .closed());
    }
}
