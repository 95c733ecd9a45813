package io.millrace.app.demo;

import io.millrace.app.flow.DemoFlow;
import io.millrace.app.flow.Signal;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkContext;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.SingleWriterRecorder;
import org.agrona.concurrent.EpochNanoClock;
import org.agrona.concurrent.OffsetEpochNanoClock;

/**
 * What the demo's sinks have seen last.
 *
 * <pre>
 *   stage threads: latency of each trade, candles, signals, alerts ──▶ board ◀── the thread that draws
 * </pre>
 *
 * <p>Thread: any; latencies are handed over without a lock. Allocation: for each candle.
 */
final class DemoBoard {
    private static final int PRECISION = 3;

    private final EpochNanoClock clock = new OffsetEpochNanoClock();
    private final SingleWriterRecorder recorder = new SingleWriterRecorder(PRECISION);
    private final Histogram latency = new Histogram(PRECISION);
    private final Deque<CandleRow> rows = new ArrayDeque<>();
    private final Deque<String> alerts = new ArrayDeque<>();
    private final int mostRows;
    private final int mostAlerts;
    private Histogram interval;
    private long alertCount;

    DemoBoard(final int mostRows, final int mostAlerts) {
        this.mostRows = mostRows;
        this.mostAlerts = mostAlerts;
    }

    /** The sinks that feed the board. */
    DemoFlow.Sinks sinks() {
        return new DemoFlow.Sinks(
                context -> new BoardSink<Trade>() {
                    @Override
                    public void accept(final Trade trade) {
                        recorder.recordValue(Math.max(0, clock.nanoTime() - trade.receiveTime()));
                    }
                },
                context -> new NamingSink<Candle>(context) {
                    @Override
                    public void accept(final Candle candle) {
                        add(CandleRow.of(symbol(candle.instrumentId()), candle));
                    }
                },
                context -> new NamingSink<Signal>(context) {
                    @Override
                    public void accept(final Signal signal) {
                        complete(symbol(signal.instrumentId()), signal);
                    }
                },
                context -> new NamingSink<Signal>(context) {
                    @Override
                    public void accept(final Signal signal) {
                        alert(symbol(signal.instrumentId()), signal);
                    }
                });
    }

    private synchronized void add(final CandleRow row) {
        rows.addLast(row);
        if (rows.size() > mostRows) {
            rows.removeFirst();
        }
    }

    private synchronized void complete(final String symbol, final Signal signal) {
        rows.stream().filter(row -> row.isOf(symbol, signal.openTime())).forEach(row -> row.signal(signal));
    }

    private synchronized void alert(final String symbol, final Signal signal) {
        alertCount++;
        alerts.addLast(CandleRow.time(signal.openTime()) + " " + symbol + " closed at " + signal.close() + ", z "
                + CandleRow.score(signal.score()));
        if (alerts.size() > mostAlerts) {
            alerts.removeFirst();
        }
    }

    /** The last candles, oldest first. */
    synchronized List<String> rows() {
        return rows.stream().map(CandleRow::text).toList();
    }

    /** The last alerts, oldest first. */
    synchronized List<String> alerts() {
        return new ArrayList<>(alerts);
    }

    synchronized long alertCount() {
        return alertCount;
    }

    /** Nanoseconds from a frame's arrival to the sink, of all trades so far; the drawing thread's. */
    Histogram latency() {
        interval = recorder.getIntervalHistogram(interval);
        latency.add(interval);
        return latency;
    }

    /** Holds nothing back. */
    private abstract static class BoardSink<T> implements Sink<T> {
        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // The board stays.
        }
    }

    /** Knows instruments by name. */
    private abstract static class NamingSink<T> extends BoardSink<T> {
        private final Instruments instruments;

        NamingSink(final SinkContext context) {
            instruments = context.definitions(Instruments.TYPE);
        }

        String symbol(final int id) {
            return instruments.get(id).symbol();
        }
    }
}
