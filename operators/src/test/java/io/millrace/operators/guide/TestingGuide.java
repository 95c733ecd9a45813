package io.millrace.operators.guide;

import io.millrace.engine.item.Codecs;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.testing.ManualTime;
import io.millrace.operators.testing.OperatorHarness;
import io.millrace.operators.testing.TestRun;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TestSource;
import io.millrace.operators.testing.TimedItems;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Examples of tests. */
final class TestingGuide {
    private TestingGuide() {}

    static void run(final Consumer<String> print) {
        ManualTime time = new ManualTime();
        TestSource<Tick> source = new TestSource<>(Tick.TYPE, time)
                .items(Tick.parse("BTC 100 @0"), Tick.parse("ETH 20 @0"))
                .pause(Duration.ofSeconds(5))
                .item(Tick.parse("ETH 21 @5"));
        TestSink<String, String> sink = TestSink.immutable();
        TestRun run = new TestRun(flow -> flow.input("ticks", source.origin())
                        .keyByText("symbol", Tick::symbol)
                        .stateful("quiet", Tick.TYPE, Codecs.TEXT, new Quiet(Duration.ofSeconds(3)))
                        .output("out", sink))
                .time(time);

        run.run();
        print.accept("run:    " + sink.items());
        run.replay();
        print.accept("replay: " + sink.items());
    }

    static void abort(final Consumer<String> print) {
        ManualTime time = new ManualTime();
        TestSource<Long> source = new TestSource<>(Codecs.INT64, time)
                .items(1L, 2L)
                .abort()
                .item(3L)
                .end()
                .item(4L);
        TestSink<Long, Long> sink = TestSink.immutable();
        TestRun run = new TestRun(flow -> flow.input("in", source.origin()).output("out", sink)).time(time);
        try {
            run.run();
        } catch (TestSource.Aborted e) {
            print.accept(e.getMessage() + ": " + sink.items());
        }
        run.run();
        print.accept("up to the end: " + sink.items());
        run.run();
        print.accept("the rest: " + sink.items());
    }

    static void restart(final Consumer<String> print) {
        ManualTime time = new ManualTime();
        TestSource<Long> source = new TestSource<>(Codecs.INT64, time)
                .items(1L, 2L)
                .stop()
                .item(3L)
                .abort()
                .item(4L);
        TestSink<Long, Long> sink = TestSink.immutable();
        TestRun run = new TestRun(flow -> flow.input("in", source.origin())
                        .keyBy("one", x -> 0)
                        .runningReduce("sum", Long::sum)
                        .output("out", sink))
                .time(time);
        run.run();
        print.accept("stopped: " + sink.items());
        try {
            run.restart();
        } catch (TestSource.Aborted e) {
            print.accept("broken off: " + sink.items());
        }
        run.restart();
        print.accept("up to the end: " + sink.items());
    }

    static void timed(final Consumer<String> print) {
        List<TimedItems.At<Long>> items = List.of(new TimedItems.At<>(1_000, 1L), new TimedItems.At<>(2_500, 2L));
        TestSink<Long, String> sink = TestSink.of(number -> "number " + number);
        new TestRun(flow -> flow.input("in", TimedItems.of(Codecs.INT64, items)).output("out", sink)).run();
        print.accept(sink.items().toString());
    }

    static void harness(final Consumer<String> print) {
        OperatorHarness.keyedByText(Tick.TYPE, TestingGuide::tick, Tick::symbol)
                .with(ticks -> ticks.runningFold("bar", Bar.TYPE, Bar::add))
                .check();
        print.accept("passed");
    }

    private static Tick tick(final long index) {
        return Tick.parse((index % 3 == 0 ? "ETH " : "BTC ") + index % 100 + " @" + index);
    }

    static void harnessFails(final Consumer<String> print) {
        List<Tick> seen = new ArrayList<>(); // state that Millrace knows nothing of
        OperatorHarness harness = OperatorHarness.keyedByText(Tick.TYPE, TestingGuide::tick, Tick::symbol)
                .with(ticks -> ticks.filter("first", tick -> seen.size() < 100 && seen.add(tick)));
        try {
            harness.check();
        } catch (AssertionError e) {
            print.accept(e.getMessage());
        }
    }

    static void checkChange(final Guide guide) {
        KeyedStream<Tick> ticks = guide.keyed("BTC 100 @0", "BTC 101 @1");
        guide.log(ticks.map("cents", Tick.TYPE, (tick, out) -> out.set(tick.price(tick.price() * 100))));
    }

    static void checkKeep(final Consumer<String> print) {
        ManualTime time = new ManualTime();
        TestSource<Tick> source =
                new TestSource<>(Tick.TYPE, time).items(Tick.parse("BTC 100 @0"), Tick.parse("BTC 101 @1"));
        List<Tick> kept = new ArrayList<>();
        new TestRun(flow -> flow.input("ticks", source.origin()).inspect("keep", kept::add))
                .time(time)
                .run();
        kept.forEach(tick -> print.accept("price " + tick.price()));
    }
}
