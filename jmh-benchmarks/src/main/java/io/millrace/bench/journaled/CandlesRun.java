package io.millrace.bench.journaled;

import io.millrace.bench.chain.ChainFlows;
import io.millrace.bench.chain.Records;
import io.millrace.bench.chain.Tallies;
import io.millrace.bench.chain.WarmUpRecords;
import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.RunConfig;
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
 * The subject: flow W as a user runs it, fused, live into a journal or from one. One run takes all turns; it is compiled
 * and warmed up before the first.
 */
final class CandlesRun implements AutoCloseable {
    private final Tallies out = new Tallies();
    private final Turnstile turns;
    private final FlowRun run;

    private CandlesRun(final Turnstile turns, final Starter starter) {
        this.turns = turns;
        this.run = starter.start(out);
        run.start();
    }

    /** Runs records through a new journal and the flow, all of them in each turn. */
    static CandlesRun live(final Path directory, final Records records, final Batches batches) {
        final Turnstile turns = new Turnstile(records.count());
        return new CandlesRun(turns, out -> {
            final Flow flow = flow(new PreparedFeed(records, turns), out);
            final JournalHead head =
                    JournalHead.of(flow.name(), Map.of(), flow.get().inputs());
            return FlowRun.live(flow, Journal.create(directory, head, JournalOptions.DEFAULTS), batches.config());
        });
    }

    /** Runs a journal's records through the flow, so many of them in each turn. */
    static CandlesRun replay(final Path directory, final long records, final Batches batches) {
        final Turnstile turns = new Turnstile(records);
        return new CandlesRun(
                turns,
                out -> FlowRun.replay(
                        flow(null, out),
                        new TurnReader(Journal.open(directory), turns, batches.of(records)),
                        batches.config()));
    }

    private static Flow flow(final PreparedFeed feed, final Tallies out) {
        final Origin<Trade> origin = new Origin<>(feed, "trades", Trade.CODEC, Instruments.TYPE);
        return new Flow("candles", flow -> ChainFlows.candles(flow.input("trades", origin), out));
    }

    /**
     * One turn.
     *
     * @return nanoseconds
     */
    long turn() {
        return turns.turn();
    }

    /** What the sinks have taken so far. */
    Tallies tallies() {
        return out;
    }

    /** What the flow's thread has allocated in its turns. */
    AllocatedBytes allocated() {
        return turns.allocated();
    }

    @Override
    public void close() {
        turns.finish();
        try (run) {
            run.await();
            if (!run.obstacles().isEmpty()) {
                throw new IllegalStateException("not specialised: " + run.obstacles());
            }
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sizes of batches, and how long a run is warmed up.
     *
     * @param records      in one batch
     * @param warmUpPasses passes over {@link Records#COUNT} trades
     */
    record Batches(int records, int warmUpPasses) {
        private RunConfig config() {
            final Records warmUp = new Records(7);
            return new RunConfig()
                    .batchRecords(records)
                    .batchBytes(records * Records.LENGTH)
                    .warmUp(() -> new WarmUpRecords(warmUp, records, warmUpPasses));
        }

        /** How many batches hold so many records. */
        int of(final long total) {
            return Math.toIntExact(total / records);
        }
    }

    private interface Starter {
        FlowRun start(Tallies out);
    }
}
