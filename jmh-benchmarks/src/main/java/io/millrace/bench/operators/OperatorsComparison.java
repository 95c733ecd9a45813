package io.millrace.bench.operators;

import io.millrace.bench.compare.Contest;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.compare.Rounds;
import io.millrace.report.results.Ratio;
import java.util.function.Consumer;

/** What much of something costs: windows that overlap sixtyfold, and a million keys with state. */
public final class OperatorsComparison {
    private static final int MILLION = 1 << 20;
    private static final int DENSE = 1 << 16;

    private final Effort effort;

    public OperatorsComparison(final Effort effort) {
        this.effort = effort;
    }

    /** Measures windows and state. */
    public void run(final Consumer<Ratio> ratios) {
        // Until a window has closed and all that is kept is there: some ten passes.
        measure(
                new SlidingContest(
                        "candles, 60 sliding windows for each trade, with a merger",
                        "<= 3",
                        SlidingContest::foldedAndMerged),
                new Rounds(effort.of(400, 200, 24), effort.of(100, 40, 2), effort.of(15, 5, 1)),
                ratios);
        measure(
                new SlidingContest(
                        "the same without a merger: a state for each window", "none", SlidingContest::folded),
                new Rounds(effort.of(60, 40, 24), effort.of(20, 10, 2), effort.of(5, 3, 1)),
                ratios);
        measure(
                new LiveKeysContest(
                        "running fold of 1 M live keys, spread over 64 bits",
                        LiveKeys.spread(effort.of(MILLION, MILLION, DENSE))),
                new Rounds(effort.of(40, 20, 2), effort.of(10, 5, 1), effort.of(15, 7, 1)),
                ratios);
        measure(
                new LiveKeysContest("running fold of 65,536 live keys, dense", LiveKeys.dense(DENSE)),
                new Rounds(effort.of(400, 200, 2), effort.of(100, 40, 1), effort.of(15, 7, 1)),
                ratios);
    }

    private static void measure(final Contest made, final Rounds rounds, final Consumer<Ratio> ratios) {
        try (Contest contest = made) {
            ratios.accept(rounds.measure(contest));
        }
    }
}
