package io.millrace.bench.chain;

import io.millrace.operators.Dataflow;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Compares flows with the same logic written by hand: other flows run first, then both take turns over the same records,
 * and the median of the pairs' ratios is what counts.
 */
public final class ChainComparison {
    private static final int PAIRS = Integer.getInteger("millrace.bench.pairs", 15);
    private static final int PASSES = Integer.getInteger("millrace.bench.passes", 100);
    private static final int WARM_UP_PASSES = 400;

    private ChainComparison() {}

    /** Runs all comparisons and prints them. */
    public static void main(final String[] args) {
        final boolean specialize = !Arrays.asList(args).contains("--plain");
        pollute(specialize);
        compare("T", HandTicks::new, ChainFlows::ticks, specialize);
        compare("W", HandCandles::new, ChainFlows::candles, specialize);
        compare("L", HandDeep::new, ChainFlows::deep, specialize);
    }

    private static void pollute(final boolean specialize) {
        final Records records = new Records(7);
        for (int number = 0; number < 4; number++) {
            final int which = number;
            final Chain chain =
                    new FlowChain("pollution", (flow, out) -> ChainFlows.pollution(which, flow, out), specialize);
            for (int pass = 0; pass < WARM_UP_PASSES / 4; pass++) {
                records.stamp();
                chain.onBatch(records.buffer(), 0, records.length());
            }
        }
    }

    private static void compare(
            final String name,
            final Supplier<Chain> byHand,
            final BiConsumer<Dataflow, Tallies> definition,
            final boolean specialize) {
        final Records records = new Records(42);
        final Chain hand = byHand.get();
        final Chain flow = new FlowChain(name, definition, specialize);
        for (int pass = 0; pass < WARM_UP_PASSES; pass++) {
            records.stamp();
            time(hand, records);
            time(flow, records);
        }
        final double[] ratios = new double[PAIRS];
        final double[] handNanos = new double[PAIRS];
        final double[] flowNanos = new double[PAIRS];
        for (int pair = 0; pair < PAIRS; pair++) {
            long handTime = 0;
            long flowTime = 0;
            for (int pass = 0; pass < PASSES; pass++) {
                records.stamp();
                if ((pass & 1) == 0) {
                    handTime += time(hand, records);
                    flowTime += time(flow, records);
                } else {
                    flowTime += time(flow, records);
                    handTime += time(hand, records);
                }
            }
            ratios[pair] = (double) flowTime / handTime;
            handNanos[pair] = (double) handTime / PASSES / Records.COUNT;
            flowNanos[pair] = (double) flowTime / PASSES / Records.COUNT;
        }
        if (!hand.results().equals(flow.results())) {
            throw new IllegalStateException(
                    name + ": different output: by hand " + hand.results() + ", flow " + flow.results());
        }
        System.out.printf(
                "%s: flow %.2f ns, by hand %.2f ns, ratio %.3f (%s)%n",
                name, median(flowNanos), median(handNanos), median(ratios), flow.results());
    }

    private static long time(final Chain chain, final Records records) {
        final long start = System.nanoTime();
        chain.onBatch(records.buffer(), 0, records.length());
        return System.nanoTime() - start;
    }

    private static double median(final double[] values) {
        final double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
