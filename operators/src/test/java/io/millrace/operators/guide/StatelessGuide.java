package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.Branches;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.TestSink;
import java.util.List;

/** Examples of steps that look at one item at a time. */
final class StatelessGuide {
    private StatelessGuide() {}

    static void mapFilling(final Guide guide) {
        Stream<Tick> cents = guide.ticks()
                .map("cents", Tick.TYPE, (tick, out) -> out.set(tick).price(tick.price() * 100));
        guide.show(cents);
    }

    static void mapReturning(final Guide guide) {
        Stream<Long> prices = guide.ticks().map("price", Codecs.INT64, Tick::price);
        guide.show(prices);
    }

    static void filter(final Guide guide) {
        guide.show(guide.ticks().filter("dear", tick -> tick.price() > 100));
    }

    static void filterMap(final Guide guide) {
        Stream<Tick> cheap = guide.ticks().filterMap("cheap", Tick.TYPE, (tick, out) -> {
            out.set(tick).price(tick.price() * 100);
            return tick.price() < 100;
        });
        guide.show(cheap);
    }

    static void filterMapReturning(final Guide guide) {
        Stream<Long> prices =
                guide.ticks().filterMap("dear", Codecs.INT64, tick -> tick.price() > 100 ? tick.price() : null);
        guide.show(prices);
    }

    static void flatMap(final Guide guide) {
        Stream<Tick> sides = guide.ticks("BTC 100 @0", "ETH 20 @1").flatMap("sides", Tick.TYPE, (tick, reused, out) -> {
            out.emit(reused.set(tick).price(tick.price() - 1));
            out.emit(reused.set(tick).price(tick.price() + 1));
        });
        guide.show(sides);
    }

    static void flatMapReturning(final Guide guide) {
        Stream<Long> digits = guide.ticks("BTC 103 @0").flatMap("digits", Codecs.INT64, (tick, out) -> {
            for (long rest = tick.price(); rest > 0; rest /= 10) {
                out.emit(rest % 10);
            }
        });
        guide.show(digits);
    }

    static void flatten(final Guide guide) {
        Stream<String> lines = guide.items(Codecs.TEXT, List.of("BTC ETH", "SOL"));
        guide.show(lines.flatten("symbols", Codecs.TEXT, line -> List.of(line.split(" ", -1))));
    }

    static void branch(final Guide guide) {
        Branches<Stream<Tick>> sides = guide.ticks().branch("dear", tick -> tick.price() > 100);
        guide.show("dear", sides.matched());
        guide.show("cheap", sides.unmatched());
    }

    static void merge(final Guide guide) {
        Stream<Tick> ticks = guide.ticks("BTC 100 @0", "ETH 20 @1");
        Stream<Tick> doubled =
                ticks.map("double", Tick.TYPE, (tick, out) -> out.set(tick).price(tick.price() * 2));
        guide.show(guide.flow().merge("both", ticks, doubled));
    }

    static void inspect(final Guide guide) {
        guide.ticks("BTC 100 @0", "ETH 20 @1").inspect("seen", tick -> guide.print("seen: " + tick));
    }

    static void inspectDebug(final Guide guide) {
        guide.ticks("BTC 100 @0", "ETH 20 @1")
                .inspectDebug(
                        "seen",
                        (step, tick, inputSeq, stage, part) ->
                                guide.print(step + " #" + inputSeq + " in " + stage + ", part " + part + ": " + tick));
    }

    static void keyBy(final Guide guide) {
        KeyedStream<Tick> bySymbol = guide.ticks().keyByText("symbol", Tick::symbol);
        guide.log(bySymbol);
    }

    static void keyByNumber(final Guide guide) {
        KeyedStream<Tick> byBucket = guide.ticks().keyBy("bucket", tick -> tick.price() / 10);
        guide.log(byBucket);
    }

    static void mapWithKey(final Guide guide) {
        KeyedStream<String> lines = guide.ticks()
                .keyBy("bucket", tick -> tick.price() / 10)
                .mapWithKey("line", Codecs.TEXT, (key, tick) -> "bucket " + key.number() + " has " + tick);
        guide.show(lines);
    }

    static void values(final Guide guide) {
        KeyedStream<Tick> bySymbol = guide.ticks("BTC 100 @0", "ETH 20 @1").keyByText("symbol", Tick::symbol);
        Stream<Tick> plain = bySymbol.values("plain");
        guide.show(plain);
    }

    static void rebalance(final Guide guide) {
        Stream<Tick> heavy = guide.ticks()
                .rebalance("workers", 2)
                .inspectDebug("where", (step, tick, inputSeq, stage, part) -> guide.print("part " + part + ": " + tick))
                .filter("heavy", tick -> tick.price() > 50);
        guide.show("out", heavy);
    }

    static void assertEmpty(final Guide guide) {
        guide.ticks("BTC 100 @0", "ETH -1 @1")
                .filter("negative", tick -> tick.price() < 0)
                .assertEmpty("none-negative");
    }

    static void output(final Guide guide) {
        guide.ticks("BTC 100 @0", "ETH 20 @1").output("print", TestSink.of(tick -> {
            guide.print("given: " + tick);
            return tick.price();
        }));
    }
}
