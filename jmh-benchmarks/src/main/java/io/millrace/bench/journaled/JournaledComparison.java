package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.bench.compare.Contest;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.compare.Rounds;
import io.millrace.report.results.Ratio;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Compares journaled flows, and the journal alone, with plain parts put together by hand. */
public final class JournaledComparison {
    private static final int FEW = 64;
    private static final int USUAL = 256;

    private final Effort effort;
    private final Path parent;
    private final Records records;

    /** @param parent where files are made; has about 2 GiB free */
    public JournaledComparison(final Effort effort, final Path parent) {
        this.effort = effort;
        this.parent = parent;
        this.records = new Records(42, effort.of(1 << 18, 1 << 18, 1 << 12)).stamp();
    }

    /** Measures all. */
    public void run(final Consumer<Ratio> ratios) {
        final Rounds rounds = new Rounds(effort.of(5, 5, 1), 1, effort.of(15, 7, 1));
        final CandlesRun.Batches batches = new CandlesRun.Batches(USUAL, effort.of(400, 400, 1));
        final int turns = 1 + rounds.warmUps() + rounds.passes() * rounds.pairs();
        try (Scratch scratch = new Scratch(parent)) {
            scratch.touch(2L * turns * records.length());
            measure(rounds, CandlesContest.Live.onQueue(records, batches, scratch), ratios);
            measure(rounds, new CandlesContest.Replay(records, batches, scratch), ratios);
            alone(rounds, scratch, ratios);
            measure(rounds, CandlesContest.Live.onReadyPages(records, batches, scratch), ratios);
            final Rounds fewer = new Rounds(1, 1, effort.of(7, 3, 1));
            measure(fewer, new AppendTails(records, scratch, seconds(1), seconds(effort.of(3, 2, 1))), ratios);
        }
    }

    /** Measures what the journal alone costs on average, appending and reading. */
    public void alone(final Consumer<Ratio> ratios) {
        final Rounds rounds = new Rounds(effort.of(5, 5, 1), 1, effort.of(15, 15, 1));
        try (Scratch scratch = new Scratch(parent)) {
            // Both sides, two turns at a time.
            scratch.touch(4L * records.length());
            alone(rounds, scratch, ratios);
        }
    }

    private void alone(final Rounds rounds, final Scratch scratch, final Consumer<Ratio> ratios) {
        for (final int batchRecords : new int[] {FEW, USUAL}) {
            measure(rounds, new JournalContest.Append(records, batchRecords, scratch), ratios);
            measure(rounds, new JournalContest.Read(records, batchRecords, scratch), ratios);
        }
    }

    /** Records that come in so many seconds. */
    private int seconds(final int seconds) {
        return effort == Effort.SMOKE ? records.count() : Math.toIntExact(seconds * AppendTails.RATE);
    }

    private static void measure(final Rounds rounds, final Contest contest, final Consumer<Ratio> ratios) {
        try (contest) {
            ratios.accept(rounds.measure(contest));
        }
    }
}
