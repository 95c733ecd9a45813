package io.millrace.bench.journaled;

import io.millrace.bench.chain.HandCandles;
import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.Contest;
import java.nio.file.Path;

/** Flow W with a journal, against a plain queue and the same logic by hand: in each turn, both take the same records. */
abstract class CandlesContest implements Contest {
    final HandCandles hand = new HandCandles();
    final RawQueue raw;
    final CandlesRun run;
    private final Title title;
    private final int count;
    private final String place;

    private CandlesContest(
            final Title title, final int count, final String place, final RawQueue raw, final CandlesRun run) {
        this.title = title;
        this.count = count;
        this.place = place;
        this.raw = raw;
        this.run = run;
    }

    /** Live: records are journaled, then worked on. */
    static final class Live extends CandlesContest {
        private final Records records;
        private final CandlesRun.Batches batches;

        Live(final Records records, final CandlesRun.Batches batches, final Scratch scratch) {
            super(
                    new Title(
                            "Journaled flow",
                            "live: journal and candles (flow W)",
                            "<= 1.30",
                            "Chronicle append and by hand",
                            "Millrace"),
                    records.count(),
                    batches.records() + " in a batch, " + scratch.describe(),
                    new RawQueue(scratch.renew("raw")),
                    CandlesRun.live(scratch.renew("journal"), records, batches));
            this.records = records;
            this.batches = batches;
        }

        @Override
        public void prepare() {
            records.stamp();
        }

        @Override
        public long baseline() {
            return raw.append(records, batches.records(), hand::onBatch);
        }

        @Override
        public long subject() {
            return run.turn();
        }
    }

    /** From the files that a live contest has left. */
    static final class Replay extends CandlesContest {
        private final int batchCount;

        Replay(final Records records, final CandlesRun.Batches batches, final Scratch scratch) {
            this(records.count(), batches, scratch, scratch.path("raw"), scratch.path("journal"));
        }

        private Replay(
                final int count,
                final CandlesRun.Batches batches,
                final Scratch scratch,
                final Path rawDirectory,
                final Path journalDirectory) {
            super(
                    new Title(
                            "Journaled flow",
                            "replay: candles (flow W) from the journal",
                            "<= 1.30",
                            "Chronicle tailer and by hand",
                            "Millrace"),
                    count,
                    batches.records() + " in a batch, " + scratch.describe(),
                    new RawQueue(rawDirectory),
                    CandlesRun.replay(journalDirectory, count, batches));
            this.batchCount = batches.of(count);
        }

        @Override
        public void prepare() {
            // The files are there.
        }

        @Override
        public long baseline() {
            return raw.read(batchCount, hand::onBatch);
        }

        @Override
        public long subject() {
            return run.turn();
        }
    }

    @Override
    public final Title title() {
        return title;
    }

    @Override
    public final long operations() {
        return count;
    }

    @Override
    public final void warmedUp() {
        run.allocated().reset();
    }

    @Override
    public final void verify() {
        final String byHand = hand.tallies().toString();
        final String byFlow = run.tallies().toString();
        if (!byHand.equals(byFlow)) {
            throw new IllegalStateException(
                    title.name() + ": different output: by hand " + byHand + ", flow " + byFlow);
        }
    }

    @Override
    public final String context() {
        return "prepared trades of " + Records.LENGTH + " B, " + count + " in a turn, " + place
                + ", durability process, fused; " + run.allocated().per("record");
    }

    @Override
    public final void close() {
        run.close();
        raw.close();
    }
}
