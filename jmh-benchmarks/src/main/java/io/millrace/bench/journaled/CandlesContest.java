package io.millrace.bench.journaled;

import io.millrace.bench.chain.HandCandles;
import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.Contest;
import java.nio.file.Path;

/** Flow W with a journal, against something plain and the same logic by hand: in each turn, both take the same records. */
abstract class CandlesContest implements Contest {
    final HandCandles hand = new HandCandles();
    final CandlesRun run;
    private final RawLog raw;
    private final Title title;
    private final int count;
    private final String place;

    private CandlesContest(
            final Title title, final int count, final String place, final RawLog raw, final CandlesRun run) {
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
        private final RawLog raw;

        private Live(
                final Title title,
                final RawLog raw,
                final Records records,
                final CandlesRun.Batches batches,
                final Scratch scratch) {
            super(
                    title,
                    records.count(),
                    batches.records() + " in a batch, " + scratch.describe(),
                    raw,
                    CandlesRun.live(scratch.renew("journal"), records, batches));
            this.records = records;
            this.batches = batches;
            this.raw = raw;
        }

        /** Against the plain parts of which it is made. */
        static Live onQueue(final Records records, final CandlesRun.Batches batches, final Scratch scratch) {
            final Title title = new Title(
                    "Journaled flow",
                    "live: journal and candles (flow W)",
                    "<= 1.30",
                    "Chronicle append and by hand",
                    "Millrace");
            return new Live(title, new RawQueue(scratch.renew("raw")), records, batches, scratch);
        }

        /** Against what the memory could take if all of it were there. */
        static Live onReadyPages(final Records records, final CandlesRun.Batches batches, final Scratch scratch) {
            final Title title = new Title(
                    "Journaled flow",
                    "live: the same beside a floor that no journal reaches",
                    "none",
                    "copy to ready pages and by hand",
                    "Millrace");
            final MappedFile ready =
                    new MappedFile(scratch.renew("ready").resolve("records"), records.length()).touched();
            return new Live(title, ready, records, batches, scratch);
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
        private final RawQueue raw;
        private final int batchCount;

        Replay(final Records records, final CandlesRun.Batches batches, final Scratch scratch) {
            this(records.count(), batches, scratch, new RawQueue(scratch.path("raw")), scratch.path("journal"));
        }

        private Replay(
                final int count,
                final CandlesRun.Batches batches,
                final Scratch scratch,
                final RawQueue raw,
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
                    raw,
                    CandlesRun.replay(journalDirectory, count, batches));
            this.raw = raw;
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
