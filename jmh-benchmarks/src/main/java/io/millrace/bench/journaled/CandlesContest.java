package io.millrace.bench.journaled;

import io.millrace.bench.chain.HandCandles;
import io.millrace.bench.chain.Records;
import io.millrace.bench.chain.Tallies;
import io.millrace.bench.compare.Contest;
import java.nio.file.Path;

/** Flow W with a journal, against a plain queue and the same logic by hand. */
abstract class CandlesContest implements Contest {
    private final Title title;
    private final Records records;
    private final Scratch scratch;
    private final int batchRecords;
    private final CandlesRun run;
    private Tallies byHand;
    private Tallies byFlow;

    private CandlesContest(
            final Title title,
            final Records records,
            final int warmUpPasses,
            final int batchRecords,
            final Scratch scratch) {
        this.title = title;
        this.records = records;
        this.scratch = scratch;
        this.batchRecords = batchRecords;
        this.run = new CandlesRun(records, batchRecords, warmUpPasses);
    }

    /** Live: records are journaled, then worked on. */
    static final class Live extends CandlesContest {
        private Path rawDirectory;
        private Path journalDirectory;

        Live(final Records records, final int warmUpPasses, final int batchRecords, final Scratch scratch) {
            super(
                    new Title(
                            "Journaled flow",
                            "live: journal and candles (flow W)",
                            "<= 1.30",
                            "Chronicle append and by hand",
                            "Millrace"),
                    records,
                    warmUpPasses,
                    batchRecords,
                    scratch);
        }

        @Override
        public void prepare() {
            rawDirectory = renew("raw");
            journalDirectory = renew("journal");
        }

        @Override
        public long baseline() {
            return appendRaw(rawDirectory);
        }

        @Override
        public long subject() {
            return runLive(journalDirectory);
        }
    }

    /** From the journal: both sides' files are written once and read in each turn. */
    static final class Replay extends CandlesContest {
        private final Path rawDirectory;
        private final Path journalDirectory;

        Replay(final Records records, final int warmUpPasses, final int batchRecords, final Scratch scratch) {
            super(
                    new Title(
                            "Journaled flow",
                            "replay: candles (flow W) from the journal",
                            "<= 1.30",
                            "Chronicle tailer and by hand",
                            "Millrace"),
                    records,
                    warmUpPasses,
                    batchRecords,
                    scratch);
            rawDirectory = renew("raw");
            journalDirectory = renew("journal");
            appendRaw(rawDirectory);
            runLive(journalDirectory);
            verify();
        }

        @Override
        public void prepare() {
            // The files stay.
        }

        @Override
        public long baseline() {
            return readRaw(rawDirectory);
        }

        @Override
        public long subject() {
            return runReplay(journalDirectory);
        }
    }

    final Path renew(final String name) {
        return scratch.renew(name);
    }

    final long appendRaw(final Path directory) {
        final HandCandles chain = new HandCandles();
        final long nanos = new RawQueue(directory).append(records, batchRecords, chain::onBatch);
        chain.end();
        byHand = chain.tallies();
        return nanos;
    }

    final long readRaw(final Path directory) {
        final HandCandles chain = new HandCandles();
        final long nanos = new RawQueue(directory).read(chain::onBatch);
        chain.end();
        byHand = chain.tallies();
        return nanos;
    }

    final long runLive(final Path directory) {
        byFlow = run.live(directory);
        return run.watch().nanos();
    }

    final long runReplay(final Path directory) {
        byFlow = run.replay(directory);
        return run.watch().nanos();
    }

    @Override
    public final Title title() {
        return title;
    }

    @Override
    public final long operations() {
        return records.count();
    }

    @Override
    public final void warmedUp() {
        run.watch().allocated().reset();
    }

    @Override
    public final void verify() {
        if (!byHand.toString().equals(byFlow.toString())) {
            throw new IllegalStateException(
                    title.name() + ": different output: by hand " + byHand + ", flow " + byFlow);
        }
    }

    @Override
    public final String context() {
        return records.count() + " prepared trades of " + Records.INSTRUMENTS + " instruments, " + Records.LENGTH
                + " B each, " + batchRecords + " in a batch, fused, journal on " + scratch.describe()
                + ", durability process; " + run.watch().allocated().per("record");
    }

    @Override
    public final void close() {
        scratch.renew("raw");
        scratch.renew("journal");
    }
}
