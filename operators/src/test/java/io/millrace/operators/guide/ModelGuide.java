package io.millrace.operators.guide;

import io.millrace.engine.graph.StagePlan;
import io.millrace.engine.graph.Step;
import io.millrace.engine.item.Codecs;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.testing.TestSink;
import io.millrace.operators.testing.TimedItems;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Examples of what all steps have in common. */
final class ModelGuide {
    private ModelGuide() {}

    static void first(final Guide guide) {
        guide.ticks()
                .filter("positive", tick -> tick.price() > 0)
                .keyByText("symbol", Tick::symbol)
                .window("5s", EventClock.of(Tick::time), TumblingWindow.of(Duration.ofSeconds(5)))
                .fold(Bar.TYPE, Bar::add)
                .closed()
                .output("bars", TestSink.of(bar -> {
                    guide.print(bar.toString());
                    return bar.ticks();
                }));
    }

    static void spread(final Guide guide) {
        Stream<Spread> spreads = guide.ticks("BTC 100 @0", "ETH 20 @1")
                .map("spread", Spread.TYPE, (tick, out) -> out.set(tick.price() - 1, tick.price() + 1));
        guide.show(spreads);
    }

    static void define(final Dataflow flow) {
        KeyedStream<Tick> ticks =
                flow.input("ticks", TimedItems.of(Tick.TYPE, List.of())).keyByText("symbol", Tick::symbol);
        ticks.parallel("calculate", 4)
                .runningFold("bar", Bar.TYPE, Bar::add)
                .filter("wide", bar -> bar.range() > 5)
                .onThread("risk")
                .output("alerts", TestSink.text());
        ticks.output("record", TestSink.text());
    }

    static void threads(final Consumer<String> print) {
        Flow flow = new Flow("wide bars", ModelGuide::define);
        for (StagePlan stage : flow.get().plan(false).stages()) {
            String steps = stage.steps().stream().map(Step::id).collect(Collectors.joining(", "));
            print.accept(stage.group().name() + ", threads " + stage.group().threads() + ": " + steps);
        }
    }

    static void sameId(final Guide guide) {
        guide.show(guide.ticks().filter("dear", tick -> tick.price() > 100).map("dear", Codecs.INT64, Tick::price));
    }

    static void noType(final Guide guide) {
        guide.log(guide.keyed("BTC 100 @0").map("price", Tick::price).runningMax("max", Long::compare));
    }

    static void fails(final Guide guide) {
        guide.show(guide.ticks("BTC 100 @0", "ETH 0 @1").map("inverse", Codecs.INT64, tick -> 1_000 / tick.price()));
    }
}
