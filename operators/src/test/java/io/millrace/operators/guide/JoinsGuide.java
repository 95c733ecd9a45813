package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.join.AsOfJoined;
import io.millrace.operators.join.Interval;
import io.millrace.operators.join.IntervalJoined;
import io.millrace.operators.join.JoinMode;
import io.millrace.operators.join.JoinRow;
import io.millrace.operators.join.JoinSide;
import io.millrace.operators.join.WindowJoin;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.function.Consumer;

/** Examples of joins. */
final class JoinsGuide {
    private JoinsGuide() {}

    static void firstAndLast(final Consumer<String> print) {
        print.accept(new JoinTable("L1", "L2", "R1", "R2", "L3")
                .with("first().complete()", JoinMode.first().complete())
                .with("first().running()", JoinMode.first().running())
                .with("first().atEnd()", JoinMode.first().atEnd())
                .with("last().complete()", JoinMode.last().complete())
                .with("last().running()", JoinMode.last().running())
                .with("last().atEnd()", JoinMode.last().atEnd())
                .run());
    }

    static void product(final Consumer<String> print) {
        print.accept(new JoinTable("L1", "L2", "R1", "R2")
                .with("product().complete()", JoinMode.product().complete())
                .with("product().running()", JoinMode.product().running())
                .with("product().atEnd()", JoinMode.product().atEnd())
                .run());
    }

    static void rows(final Consumer<String> print) {
        print.accept(new JoinTable("L1", "R1", "R2", "L2")
                .with("last().complete().inner()", JoinMode.last().complete().inner())
                .with("last().complete().left()", JoinMode.last().complete().left())
                .with("last().complete().right()", JoinMode.last().complete().right())
                .with("last().complete().full()", JoinMode.last().complete().full())
                .with("last().running().inner()", JoinMode.last().running().inner())
                .with("last().running().left()", JoinMode.last().running().left())
                .with("last().running().right()", JoinMode.last().running().right())
                .with("last().running().full()", JoinMode.last().running().full())
                .run());
    }

    static void outer(final Guide guide) {
        KeyedStream<Tick> trades = guide.recorded("trades", "BTC 100 @1", "ETH 20 @2");
        KeyedStream<Tick> marks = guide.recorded("marks", "ETH 21 @3", "SOL 7 @4");
        JoinMode once = JoinMode.last().atEnd();
        guide.log("inner", guide.flow().join("inner", once.inner(), trades, marks));
        guide.log("left", guide.flow().join("left", once.left(), trades, marks));
        guide.log("right", guide.flow().join("right", once.right(), trades, marks));
        guide.log("full", guide.flow().join("full", once.full(), trades, marks));
    }

    static void two(final Guide guide) {
        KeyedStream<Tick> bids = guide.recorded("bids", "BTC 99 @1", "BTC 100 @4");
        KeyedStream<Tick> asks = guide.recorded("asks", "BTC 102 @2", "BTC 101 @3");
        KeyedStream<Long> spread = bids.join(
                "spread",
                asks,
                JoinMode.last().running().inner(),
                Codecs.INT64,
                (bid, ask) -> ask.price() - bid.price());
        guide.log(spread);
    }

    static void twoFilling(final Guide guide) {
        KeyedStream<Tick> bids = guide.recorded("bids", "BTC 99 @1", "BTC 100 @4");
        KeyedStream<Tick> asks = guide.recorded("asks", "BTC 103 @2", "BTC 101 @3");
        KeyedStream<Tick> mid = bids.join(
                "mid",
                asks,
                JoinMode.last().running().inner(),
                Tick.TYPE,
                (bid, ask, out) -> out.set(bid).price((bid.price() + ask.price()) / 2));
        guide.log(mid);
    }

    static void three(final Guide guide) {
        KeyedStream<Tick> spot = guide.recorded("spot", "BTC 100 @1");
        KeyedStream<Tick> perpetual = guide.recorded("perpetual", "BTC 102 @2");
        KeyedStream<Tick> index = guide.recorded("index", "BTC 101 @3", "BTC 99 @4");
        KeyedStream<String> basis = spot.join(
                "basis",
                perpetual,
                index,
                JoinMode.last().running().inner(),
                Codecs.TEXT,
                (s, p, i) -> "spot " + (s.price() - i.price()) + ", perpetual " + (p.price() - i.price()));
        guide.log(basis);
    }

    static void many(final Guide guide) {
        KeyedStream<Tick> one = guide.recorded("one", "BTC 100 @1");
        KeyedStream<Tick> two = guide.recorded("two", "BTC 102 @2");
        KeyedStream<Tick> three = guide.recorded("three", "BTC 101 @3");
        KeyedStream<JoinRow> rows = guide.flow().join("venues", JoinMode.last().running(), one, two, three);
        guide.log(rows);
    }

    static void window(final Guide guide) {
        KeyedStream<Tick> trades = guide.recorded("trades", "BTC 100 @1", "BTC 101 @8", "BTC 102 @13", "BTC 103 @31");
        KeyedStream<Tick> quotes = guide.recorded("quotes", "BTC 99 @2", "BTC 98 @4 at 14");
        WindowJoin join = WindowJoin.in(TumblingWindow.of(Duration.ofSeconds(10)));
        Windowed<JoinRow, JoinRow> rows =
                guide.flow().joinWindow("10s", join, JoinSide.of(trades, Tick::time), JoinSide.of(quotes, Tick::time));
        guide.log("closed", rows.closed());
        guide.log("late", rows.late());
        guide.log("meta", rows.meta());
    }

    static void asOf(final Guide guide) {
        KeyedStream<Tick> trades = guide.recorded("trades", "BTC 101 @1", "BTC 104 @4", "ETH 20 @5", "BTC 103 @9");
        KeyedStream<Tick> quotes = guide.recorded("quotes", "BTC 100 @0", "BTC 102 @3", "BTC 103 @6", "BTC 99 @9");
        AsOfJoined<Tick, Long> slippage = trades.asOfJoin(
                "slippage",
                quotes,
                AsOf.by(Tick::time, Tick::time),
                Codecs.INT64,
                (trade, quote) -> trade.price() - quote.price());
        guide.log("slippage", slippage.matched());
        guide.log("no quote", slippage.unmatched());
    }

    static void asOfLate(final Guide guide) {
        KeyedStream<Tick> trades = guide.recorded("trades", "BTC 101 @1", "BTC 104 @4", "BTC 105 @20");
        KeyedStream<Tick> quotes = guide.recorded("quotes", "BTC 100 @0", "BTC 102 @3 at 5", "BTC 103 @6");
        AsOf<Tick, Tick> patient =
                AsOf.by(Tick::time, Tick::time).lateness(Duration.ofSeconds(2)).olderNotThan(Duration.ofSeconds(10));
        AsOfJoined<Tick, String> pairs =
                trades.asOfJoin("pairs", quotes, patient, Codecs.TEXT, (trade, quote) -> trade + " on " + quote);
        guide.log("matched", pairs.matched());
        guide.log("quote too old", pairs.unmatched());
    }

    static void interval(final Guide guide) {
        KeyedStream<Tick> orders = guide.recorded("orders", "BTC 100 @10", "BTC 101 @20");
        KeyedStream<Tick> fills = guide.recorded("fills", "BTC 99 @9", "BTC 100 @12", "BTC 100 @13", "BTC 101 @20");
        Interval<Tick, Tick> near = Interval.of(Tick::time, Tick::time)
                .before(Duration.ofSeconds(1))
                .after(Duration.ofSeconds(2));
        IntervalJoined<Tick, Tick, String> pairs =
                orders.intervalJoin("near", fills, near, Codecs.TEXT, (order, fill) -> order + " with " + fill);
        guide.log(pairs.matched());
    }
}
