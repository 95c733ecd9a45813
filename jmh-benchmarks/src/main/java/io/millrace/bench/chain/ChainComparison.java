package io.millrace.bench.chain;

import io.millrace.bench.compare.Contest;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.compare.Rounds;
import io.millrace.operators.Dataflow;
import io.millrace.report.results.Ratio;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Compares flows with the same logic written by hand: other flows run first, so that no profile is theirs alone, then both
 * take turns over the same records.
 */
public final class ChainComparison {
    private static final int POLLUTIONS = 4;

    private final Effort effort;
    private final boolean specialize;

    /** @param specialize whether operators get classes of their own */
    public ChainComparison(final Effort effort, final boolean specialize) {
        this.effort = effort;
        this.specialize = specialize;
    }

    /** Measures flows T, W and L. */
    public void run(final Consumer<Ratio> ratios) {
        pollute();
        compare("T: filter, key, EMA and z-score per tick, 3 ways", HandTicks::new, ChainFlows::ticks, ratios);
        compare("W: filter, key, 1 s candles, EMA, 2 ways", HandCandles::new, ChainFlows::candles, ratios);
        compare("L: nine steps deep per tick", HandDeep::new, ChainFlows::deep, ratios);
    }

    private void pollute() {
        final Records records = new Records(7);
        for (int number = 0; number < POLLUTIONS; number++) {
            final int which = number;
            final Chain chain =
                    new FlowChain("pollution", (flow, out) -> ChainFlows.pollution(which, flow, out), specialize);
            for (int pass = 0; pass < effort.of(100, 100, 2); pass++) {
                records.stamp();
                chain.onBatch(records.buffer(), 0, records.length());
            }
        }
    }

    private void compare(
            final String name,
            final Supplier<Chain> byHand,
            final BiConsumer<Dataflow, Tallies> definition,
            final Consumer<Ratio> ratios) {
        final Rounds rounds = new Rounds(effort.of(400, 400, 2), effort.of(100, 50, 2), effort.of(15, 5, 1));
        try (Contest contest = new ChainContest(name, byHand.get(), new FlowChain("bench", definition, specialize))) {
            ratios.accept(rounds.measure(contest));
        }
    }
}
