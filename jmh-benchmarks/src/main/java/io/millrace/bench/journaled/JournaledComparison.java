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

    private final Path parent;
    private final Rounds rounds;
    private final Records records;
    private final int warmUpPasses;

    /** @param parent where files are made; has about half a GiB free */
    public JournaledComparison(final Effort effort, final Path parent) {
        this.parent = parent;
        this.rounds = new Rounds(effort.of(5, 3, 1), 1, effort.of(15, 5, 1));
        this.records = new Records(42, effort.of(1 << 21, 1 << 20, 1 << 14)).stamp();
        this.warmUpPasses = effort.of(400, 400, 1);
    }

    /** Measures all. */
    public void run(final Consumer<Ratio> ratios) {
        try (Scratch scratch = new Scratch(parent)) {
            measure(new CandlesContest.Live(records, warmUpPasses, USUAL, scratch), ratios);
            measure(new CandlesContest.Replay(records, warmUpPasses, USUAL, scratch), ratios);
            for (final int batchRecords : new int[] {FEW, USUAL}) {
                measure(new JournalContest.Append(records, batchRecords, scratch), ratios);
                measure(new JournalContest.Read(records, batchRecords, scratch), ratios);
            }
        }
    }

    private void measure(final Contest contest, final Consumer<Ratio> ratios) {
        try (contest) {
            ratios.accept(rounds.measure(contest));
        }
    }
}
