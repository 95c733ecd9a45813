package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.DeadLetter;
import io.millrace.operators.Guarded;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import java.util.List;

/** Examples of what becomes of failures. */
final class FailuresGuide {
    private FailuresGuide() {}

    static void stops(final Guide guide) {
        Stream<Long> shares = guide.ticks("BTC 100 @0", "ETH 0 @1", "BTC 50 @2")
                .map("shares", Codecs.INT64, tick -> 1_000 / tick.price());
        guide.show(shares);
    }

    static void guarded(final Guide guide) {
        Guarded<Stream<Long>> guarded = guide.ticks("BTC 100 @0", "ETH 0 @1", "BTC 50 @2")
                .guard("math", ticks -> ticks.map("shares", Codecs.INT64, tick -> 1_000 / tick.price()));
        guide.show("passed", guarded.passed());
        guide.show("failed", guarded.failed());
    }

    static void parsed(final Guide guide) {
        Guarded<Stream<Long>> guarded = guide.items(Codecs.TEXT, List.of("7", "x", "12"))
                .guard(
                        "parse",
                        lines -> lines.map("number", Codecs.INT64, line -> Long.valueOf(line))
                                .filter("small", number -> number < 10));
        guide.show("passed", guarded.passed());
        guide.show("failed", guarded.failed().map("row", Codecs.TEXT, FailuresGuide::row));
    }

    private static String row(final DeadLetter letter) {
        return letter.inputSeq() + ";" + letter.stepId() + ";" + letter.item();
    }

    static void keyed(final Guide guide) {
        Guarded<KeyedStream<Long>> guarded = guide.keyed("BTC 100 @0", "ETH 0 @1", "ETH 20 @2")
                .guard(
                        "math",
                        ticks -> ticks.map("shares", Codecs.INT64, tick -> 1_000 / tick.price())
                                .runningReduce("sum", Long::sum));
        guide.log("passed", guarded.passed());
        guide.show("failed", guarded.failed());
    }
}
