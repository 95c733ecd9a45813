package io.millrace.bench.hop;

import io.millrace.bench.compare.Contest;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.compare.Rounds;
import io.millrace.report.results.Ratio;
import java.util.function.Consumer;

/** Compares channels with plain Disruptor rings between two threads. */
public final class HopComparison {
    private final Effort effort;

    public HopComparison(final Effort effort) {
        this.effort = effort;
    }

    /** Measures both ways of handing over. */
    public void run(final Consumer<Ratio> ratios) {
        measure(
                new HopContest.ThereAndBack(effort.of(1 << 16, 1 << 16, 1 << 8)),
                new Rounds(effort.of(20, 10, 1), effort.of(10, 2, 1), effort.of(15, 7, 1)),
                ratios);
        measure(
                new HopContest.OneWay(effort.of(1 << 20, 1 << 20, 1 << 8)),
                new Rounds(effort.of(20, 10, 1), effort.of(10, 2, 1), effort.of(15, 7, 1)),
                ratios);
    }

    private static void measure(final Contest made, final Rounds rounds, final Consumer<Ratio> ratios) {
        try (Contest contest = made) {
            ratios.accept(rounds.measure(contest));
        }
    }
}
