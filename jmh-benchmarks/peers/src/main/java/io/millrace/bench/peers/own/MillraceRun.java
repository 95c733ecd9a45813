package io.millrace.bench.peers.own;

import io.millrace.bench.chain.Records;
import io.millrace.bench.chain.WarmUpRecords;
import io.millrace.bench.journaled.Scratch;
import io.millrace.bench.peers.job.EncodedTrades;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.InputLog;
import io.millrace.journal.Journal;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.Map;

/**
 * The flow as a user runs it, fused: source, ingress, journal or none, stage, sinks. Each repetition is a run of its own,
 * with a new journal; it is compiled and warmed up before its source gives the first trade.
 */
public final class MillraceRun implements Engine {
    private static final int WARM_UP_PASSES = 200;
    private static final int FEW = 4_096;

    private final EncodedTrades records;
    private final int warmUpPasses;
    private final Records warmUp = new Records(7);
    /** Null for no journal. */
    private final Scratch scratch;

    private MillraceRun(final Trades trades, final Scratch scratch) {
        this.records = new EncodedTrades(trades);
        this.scratch = scratch;
        this.warmUpPasses = Math.max(1, Math.min(WARM_UP_PASSES, trades.total() / FEW));
    }

    /** Without a journal. */
    public static MillraceRun bare(final Trades trades) {
        return new MillraceRun(trades, null);
    }

    /** With one, at durability process. */
    public static MillraceRun journaled(final Trades trades, final Path files) {
        return new MillraceRun(trades, new Scratch(files));
    }

    @Override
    public long run(final Results results) throws InterruptedException {
        final PreparedTrades feed = new PreparedTrades(records);
        final Flow flow = CandleFlow.of(feed, results);
        final RunConfig config = new RunConfig()
                .batchRecords(EncodedTrades.BATCH)
                .batchBytes(EncodedTrades.BATCH * EncodedTrades.LENGTH)
                .warmUp(() -> new WarmUpRecords(warmUp, EncodedTrades.BATCH, warmUpPasses));
        try (FlowRun run = FlowRun.live(flow, log(flow), config)) {
            run.start();
            run.await();
            if (!run.obstacles().isEmpty()) {
                throw new IllegalStateException("not specialised: " + run.obstacles());
            }
        }
        return feed.nanos();
    }

    private InputLog log(final Flow flow) {
        if (scratch == null) {
            return InputLog.NONE;
        }
        // Memory that was taken from the host only now is not the journal's cost.
        scratch.touch(records.length() + (records.length() >> 3));
        final JournalHead head =
                JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
        return Journal.create(scratch.renew("journal"), head, JournalOptions.DEFAULTS);
    }

    @Override
    public String about() {
        return "flow, fused, as a run: source in memory, ingress, "
                + (scratch != null ? "journal at durability process, " + scratch.describe() : "no journal") + ", "
                + EncodedTrades.BATCH + " records in a batch at most";
    }

    @Override
    public void close() {
        if (scratch != null) {
            scratch.close();
        }
    }
}
