package io.millrace.bench.peers.own;

import io.millrace.bench.flow.CompiledFlow;
import io.millrace.bench.peers.job.EncodedTrades;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;

/** The compiled stage of the flow, driven as the fused layout and a replay drive it. */
public final class MillraceStage implements Engine {
    private final EncodedTrades records;
    private CompiledFlow flow;

    /** Encodes the trades. */
    public MillraceStage(final Trades trades) {
        records = new EncodedTrades(trades);
    }

    /** The flow is compiled once; then it is put back to its beginning, in place. */
    @Override
    public long run(final Results results) {
        if (flow == null) {
            flow = new CompiledFlow(CandleFlow.of(null, results), true);
        } else {
            flow.reset();
        }
        final long begin = System.nanoTime();
        records.each(flow::onBatch);
        return System.nanoTime() - begin;
    }

    @Override
    public String about() {
        return "flow, fused, as its compiled stage: encoded records in memory, no ingress, no journal";
    }
}
