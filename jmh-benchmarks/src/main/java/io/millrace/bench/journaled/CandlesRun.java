package io.millrace.bench.journaled;

import io.millrace.bench.chain.ChainFlows;
import io.millrace.bench.chain.Records;
import io.millrace.bench.chain.Tallies;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.engine.spi.Origin;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Instruments;
import io.millrace.operators.market.Trade;
import java.nio.file.Path;
import java.util.Map;

/**
 * The subject: flow W as a user runs it, fused, live into a journal or from one. Each run is a flow of its own, compiled
 * and warmed up before the watch starts.
 */
final class CandlesRun {
    private final Records records;
    private final int batchRecords;
    private final int warmUpPasses;
    private final Records warmUp = new Records(7);
    private final StopWatch watch = new StopWatch();

    /** @param warmUpPasses passes over {@link Records#COUNT} trades before the watch starts */
    CandlesRun(final Records records, final int batchRecords, final int warmUpPasses) {
        this.records = records;
        this.batchRecords = batchRecords;
        this.warmUpPasses = warmUpPasses;
    }

    StopWatch watch() {
        return watch;
    }

    private Flow flow(final PreparedFeed feed, final Tallies out) {
        final Origin<Trade> origin = new Origin<>(feed, "trades", Trade.CODEC, Instruments.TYPE);
        return new Flow("candles", flow -> ChainFlows.candles(flow.input("trades", origin), out));
    }

    private RunConfig config() {
        return new RunConfig()
                .batchRecords(batchRecords)
                .batchBytes(batchRecords * Records.LENGTH)
                .warmUp(() -> new WarmUpRecords(warmUp, batchRecords, warmUpPasses));
    }

    /** Runs all records through a new journal and the flow. */
    Tallies live(final Path directory) {
        final Tallies out = new Tallies();
        final Flow flow = flow(new PreparedFeed(records, watch), out);
        final InputLog journal = Journal.create(
                directory, JournalHead.of(flow.name(), Map.of(), flow.get().inputs()), JournalOptions.DEFAULTS);
        run(FlowRun.live(flow, journal, config()));
        return out;
    }

    /** Runs a journal's records through the flow. */
    Tallies replay(final Path directory) {
        final Tallies out = new Tallies();
        final WatchedReader reader = new WatchedReader(Journal.open(directory), watch, records.count());
        run(FlowRun.replay(flow(null, out), reader, config()));
        return out;
    }

    private static void run(final FlowRun flowRun) {
        try (flowRun) {
            flowRun.start();
            flowRun.await();
            if (!flowRun.obstacles().isEmpty()) {
                throw new IllegalStateException("not specialised: " + flowRun.obstacles());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
