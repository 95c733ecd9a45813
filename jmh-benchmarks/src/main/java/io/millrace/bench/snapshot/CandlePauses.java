package io.millrace.bench.snapshot;

import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.engine.spi.SnapshotStore;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.ReadOptions;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.TumblingWindow;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.DirectBuffer;

/** Pauses of a live flow that keeps a candle for each of many instruments, fused, with a journal. */
final class CandlePauses {
    private static final EventClock<Trade> CLOCK = EventClock.of(Trade::exchangeTime);

    private final int instruments;
    private final PauseWatch watch;
    private final AtomicLong bytes = new AtomicLong();

    /** @param cuts how many snapshots are taken */
    CandlePauses(final int instruments, final int cuts) {
        this.instruments = instruments;
        this.watch = new PauseWatch(cuts);
    }

    /**
     * Runs the flow.
     *
     * @param directory of the journal, empty
     * @param replica   whether a second copy of the flow takes the snapshots
     */
    CandlePauses run(final Path directory, final boolean replica) throws InterruptedException {
        final PausedTrades trades = new PausedTrades(instruments, watch.cuts(), watch);
        final Origin<Trade> origin = new Origin<>(trades, "trades", Trade.CODEC, Instruments.TYPE);
        final Flow flow = new Flow(
                "candles",
                dataflow -> dataflow.input("trades", origin)
                        .keyBy("instrument", Trade::instrumentId)
                        .window("1m", CLOCK, TumblingWindow.of(Duration.ofMinutes(1)))
                        .fold(Candle.TYPE, Candle.Writer::add)
                        .closed()
                        .output("candles", nowhere()));
        final JournalHead head =
                JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
        final RunConfig config = new RunConfig().snapshots(new Measured());
        if (replica) {
            config.replica(from -> Journal.open(directory, ReadOptions.DEFAULTS, from));
        }
        final PauseLog log = new PauseLog(Journal.create(directory, head, JournalOptions.DEFAULTS), watch);
        try (FlowRun run = FlowRun.live(flow, log, config)) {
            trades.request(run::requestSnapshot);
            run.start();
            trades.await();
            run.stop();
            run.await();
        }
        if (bytes.get() == 0) {
            throw new IllegalStateException("no snapshot was taken");
        }
        return this;
    }

    private static SinkFactory<Candle> nowhere() {
        return context -> new Sink<>() {
            @Override
            public void accept(final Candle candle) {
                throw new IllegalStateException("no candle is to close here");
            }

            @Override
            public void flush() {
                // Nothing comes.
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        };
    }

    int instruments() {
        return instruments;
    }

    /** How long the live thread was away. */
    PauseWatch watch() {
        return watch;
    }

    /** Bytes of the last snapshot. */
    long bytes() {
        return bytes.get();
    }

    /** Notes how large snapshots are. What writing them takes is another thread's time. */
    private final class Measured implements SnapshotStore {
        @Override
        public long[] list() {
            return new long[0];
        }

        @Override
        public DirectBuffer read(final long inputSeq) {
            throw new IllegalStateException("nothing is kept");
        }

        @Override
        public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
            bytes.set(length);
        }
    }
}
