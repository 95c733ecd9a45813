package io.millrace.rules;

import io.millrace.connectors.Discard;
import io.millrace.engine.graph.Graph;
import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.output.OutputLog;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Windowed;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Ema;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * A program that runs a flow over a capture and prints what its threads allocate.
 *
 * <pre>
 *   capture ─▶ decode ─▶ journal ─┬─▶ trades, in 2 parts ─┬─▶ candles ─▶ averages ─▶ thread "sinks": output log
 *                                 │                       └─▶ merged: sink
 *                                 └─▶ quotes ─▶ filter ─▶ thread "sinks": output log
 * </pre>
 */
final class MeasuredFlow {
    /** Begins each line of a result. */
    static final String RESULT = "allocated: ";

    /** Blocks of files are larger than what is written, so that none is mapped while it is measured. */
    private static final JournalOptions ONE_BLOCK = JournalOptions.DEFAULTS.blockBytes(512 << 20);

    private static final int PARTS = 2;
    private static final int AVERAGE_OVER = 20;

    private final List<AllocationProbe> probes = new ArrayList<>();
    private final MarketFeed feed;
    private final Path dir;
    private volatile boolean measuring;

    private MeasuredFlow(final Path capture, final Path dir, final long frames) {
        this.dir = dir;
        this.feed = new CountedFeed(VenueFeed.capture(BinanceVenue.SPOT, capture), frames);
    }

    /** Arguments: layout, capture, number of its frames, directory for what is written. */
    public static void main(final String[] args) throws InterruptedException {
        final Layout layout = Layout.valueOf(args[0]);
        final MeasuredFlow flow = new MeasuredFlow(Path.of(args[1]), Path.of(args[3]), Long.parseLong(args[2]));
        flow.run(new RunConfig().layout(layout));
        flow.report();
    }

    private AllocationProbe probe(final String place) {
        final AllocationProbe probe = new AllocationProbe(place, () -> measuring);
        probes.add(probe);
        return probe;
    }

    private <T> Consumer<T> pass(final String place) {
        final AllocationProbe probe = probe(place);
        return item -> probe.pass();
    }

    private <T> SinkFactory<T> sink(final String place) {
        final AllocationProbe probe = probe(place);
        return context -> new Sink<>() {
            @Override
            public void accept(final T item) {
                probe.pass();
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        };
    }

    private void define(final Dataflow flow) {
        final KeyedStream<Trade> trades = flow.input("trades", feed.trades())
                .inspect("trades seen", pass("trades"))
                .filter("positive", trade -> trade.size() > 0)
                .keyBy("instrument", Trade::instrumentId)
                .parallel(PARTS)
                .inspect("trades of a part", pass("trades of a part"));
        final Windowed<Trade, Candle> candles = trades.window(
                        "candles",
                        EventClock.of(Trade::exchangeTime).lateness(Duration.ofMillis(20)),
                        TumblingWindow.of(Duration.ofMillis(25)))
                .fold(Candle.TYPE, Candle.Writer::add);
        candles.late().output("late", Discard.all());
        trades.output("trades of all parts", sink("trades of all parts"));
        candles.closed()
                .statefulMap("averages", Ema.over(AVERAGE_OVER), Average.TYPE, MeasuredFlow::average)
                .onThread("sinks")
                .inspect("averages seen", pass("averages"))
                .output(
                        "average log",
                        OutputLog.at(dir.resolve("averages"), Average.TYPE).options(ONE_BLOCK));
        flow.input("quotes", feed.quotes())
                .filter("two-sided", quote -> quote.bidSize() > 0 && quote.askSize() > 0)
                .onThread("sinks")
                .inspect("quotes seen", pass("quotes"))
                .output(
                        "quote log",
                        OutputLog.at(dir.resolve("quotes"), Quote.CODEC).options(ONE_BLOCK));
    }

    private static void average(final Ema ema, final Candle candle, final Average out) {
        ema.add((double) candle.close() / PowersOfTen.get(candle.priceScale()));
        out.openTime = candle.openTime();
        out.mean = ema.value();
    }

    private void run(final RunConfig config) throws InterruptedException {
        final Supplier<Graph> definition = new Flow("measured", this::define);
        final Graph graph = definition.get();
        final JournalHead head = JournalHead.of(graph.name(), Map.of(), graph.inputs());
        try (FlowRun run = FlowRun.live(definition, Journal.create(dir.resolve("journal"), head, ONE_BLOCK), config)) {
            run.start();
            run.await();
        }
    }

    private void report() {
        for (final AllocationProbe probe : probes) {
            if (probe.passes() > 0) {
                System.out.println(RESULT + probe.result().line());
            }
        }
    }

    /** What the stages make of candles. */
    private static final class Average {
        private static final ItemType<Average, Average> TYPE =
                ItemType.of("millrace.test-average", Average::new, Average::write, Average::read);

        private long openTime;
        private double mean;

        private void write(final FieldWriter out) {
            out.putLong(openTime).putDouble(mean);
        }

        private void read(final FieldReader in) {
            openTime = in.takeLong();
            mean = in.takeDouble();
        }
    }

    /** A feed that switches measuring on in the middle of its frames, and off before the end. */
    private final class CountedFeed extends MarketFeed {
        private final MarketFeed feed;
        private final AllocationProbe probe = probe("frames");
        private final long start;
        private final long stop;
        private long count;

        CountedFeed(final MarketFeed feed, final long frames) {
            this.feed = feed;
            this.start = frames / 2;
            this.stop = frames - frames / 20;
        }

        @Override
        public String name() {
            return feed.name();
        }

        @Override
        public Source open(final SourceContext context) {
            final TimedSource source = (TimedSource) feed.open(context);
            return new TimedSource() {
                @Override
                public long headTime() {
                    return source.headTime();
                }

                @Override
                public int poll(final Inlet inlet) {
                    count++;
                    if (count == start) {
                        measuring = true;
                    } else if (count == stop) {
                        measuring = false;
                    }
                    probe.pass();
                    return source.poll(inlet);
                }

                @Override
                public boolean ended() {
                    return source.ended();
                }

                @Override
                public void close() {
                    source.close();
                }
            };
        }
    }
}
