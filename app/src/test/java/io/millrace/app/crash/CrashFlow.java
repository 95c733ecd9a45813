package io.millrace.app.crash;

import io.millrace.app.flow.CandleRows;
import io.millrace.connectors.CsvSink;
import io.millrace.connectors.JsonLinesSink;
import io.millrace.connectors.RowFormat;
import io.millrace.connectors.TextTarget;
import io.millrace.connectors.jdbc.Database;
import io.millrace.connectors.jdbc.JdbcRows;
import io.millrace.connectors.jdbc.JdbcSink;
import io.millrace.connectors.text.JsonRow;
import io.millrace.connectors.text.TextBuffer;
import io.millrace.engine.item.Codecs;
import io.millrace.feed.MarketFeed;
import io.millrace.journal.output.OutputLog;
import io.millrace.operators.Dataflow;
import io.millrace.operators.Flow;
import io.millrace.operators.KeyedStream;
import io.millrace.operators.Stream;
import io.millrace.operators.join.AsOf;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Quote;
import io.millrace.operators.market.Trade;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.SessionWindow;
import io.millrace.operators.window.SystemClock;
import io.millrace.operators.window.TumblingWindow;
import java.nio.file.Path;
import java.time.Duration;

/** A flow with state and timers of many kinds, and a sink of each kind that keeps what it is given. */
final class CrashFlow {
    static final String CSV = "candles.csv";
    static final String JSON = "bursts.jsonl";
    static final String LOG = "told";
    static final String DATABASE = "matches";

    private static final Duration LATE_BY = Duration.ofMillis(50);
    private static final int ONE_IN_TRADES = 20;

    private final MarketFeed feed;
    private final Path sinks;

    private CrashFlow(final MarketFeed feed, final Path sinks) {
        this.feed = feed;
        this.sinks = sinks;
    }

    /**
     * The flow.
     *
     * @param sinks directory of what the sinks write
     */
    static Flow of(final MarketFeed feed, final Path sinks) {
        return new Flow("crash", new CrashFlow(feed, sinks)::define);
    }

    private void define(final Dataflow flow) {
        final Stream<Trade> trades = flow.input("trades", feed.trades());
        final Stream<Quote> quotes = flow.input("quotes", feed.quotes());
        candles(trades);
        final KeyedStream<Trade> sides = trades.keyByText("side", CrashFlow::side);
        bursts(sides);
        told(flow, sides);
        matches(trades, quotes);
    }

    private static String side(final Trade trade) {
        return (trade.isBuyerAggressor() ? "buys of " : "sells of ") + trade.instrumentId();
    }

    private void candles(final Stream<Trade> trades) {
        trades.keyBy("instrument", Trade::instrumentId)
                .parallel(2)
                .window(
                        "candles",
                        EventClock.of(Trade::exchangeTime).lateness(LATE_BY),
                        TumblingWindow.of(Duration.ofMillis(250)))
                .fold(Candle.TYPE, Candle.Writer::add)
                .closed()
                .output("csv", CsvSink.to(TextTarget.of(sinks.resolve(CSV).toString()), CandleRows::new));
    }

    /** Sessions by the time of the market. */
    private void bursts(final KeyedStream<Trade> sides) {
        sides.window(
                        "bursts",
                        EventClock.of(Trade::exchangeTime).lateness(LATE_BY),
                        SessionWindow.of(Duration.ofMillis(10)))
                .count()
                .closed()
                .mapWithKey("burst", Codecs.TEXT, (key, count) -> key.text() + ": " + count.value())
                .output(
                        "json",
                        JsonLinesSink.to(TextTarget.of(sinks.resolve(JSON).toString()), context -> new BurstRows()));
    }

    /** Sessions by the time of arrival, which end by themselves, and each trade. */
    private void told(final Dataflow flow, final KeyedStream<Trade> sides) {
        final KeyedStream<String> pauses = sides.window(
                        "pauses", new SystemClock<>(), SessionWindow.of(Duration.ofMillis(15)))
                .count()
                .closed()
                .mapWithKey("pause", Codecs.TEXT, (key, count) -> "pause after " + count.value() + " " + key.text());
        final KeyedStream<String> counts = sides.runningCount("counts")
                .mapWithKey("count", Codecs.TEXT, (key, count) -> count.value() + " " + key.text());
        flow.merge("told", pauses, counts).output("log", OutputLog.at(sinks.resolve(LOG), Codecs.TEXT));
    }

    private void matches(final Stream<Trade> trades, final Stream<Quote> quotes) {
        trades.filter("some", trade -> trade.tradeId() % ONE_IN_TRADES == 0)
                .keyBy("left", Trade::instrumentId)
                .asOfJoin(
                        "asof",
                        quotes.keyBy("right", Quote::instrumentId),
                        AsOf.by(Trade::receiveTime, Quote::receiveTime).lateness(LATE_BY),
                        Codecs.TEXT,
                        (trade, quote) -> trade.tradeId() + " at " + quote.updateId() + " for " + quote.askPrice())
                .matched()
                .output(
                        "jdbc",
                        JdbcSink.to(
                                Database.file(sinks.resolve(DATABASE)),
                                JdbcRows.of(DATABASE, "text varchar(200)").bind((text, row) -> row.text(text))));
    }

    private static final class BurstRows implements RowFormat<String> {
        private final JsonRow json = new JsonRow();

        @Override
        public String header() {
            return "";
        }

        @Override
        public void write(final String burst, final TextBuffer row) {
            json.begin(row).text("burst", burst).end();
        }
    }
}
