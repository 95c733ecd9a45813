package io.millrace.bench.decode;

import io.millrace.bench.compare.Contest;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.compare.Rounds;
import io.millrace.report.results.Ratio;
import java.util.function.Consumer;

/** Compares the way from frames through books to best bids and offers with what is usual. */
public final class BookComparison {
    private final Effort effort;

    public BookComparison(final Effort effort) {
        this.effort = effort;
    }

    /** Measures all. */
    public void run(final Consumer<Ratio> ratios) {
        final Rounds rounds = new Rounds(effort.of(40, 15, 1), effort.of(2, 1, 1), effort.of(15, 5, 1));
        measure(rounds, new BookContest("decode + book + publish, whole capture, usdm", "all", ">= 5"), ratios);
        measure(
                rounds,
                new BookContest("decode + book + publish, book updates only, usdm", "depthUpdate", ">= 5"),
                ratios);
    }

    private static void measure(final Rounds rounds, final BookContest made, final Consumer<Ratio> ratios) {
        try (Contest contest = made) {
            ratios.accept(rounds.measure(contest));
        }
    }
}
