package io.millrace.bench.decode;

import io.millrace.bench.compare.Contest;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.compare.Rounds;
import io.millrace.report.results.Ratio;
import java.util.List;
import java.util.function.Consumer;

/** Compares decoding with Jackson's streaming parser: trades, best bids and offers, and books, of two markets. */
public final class DecodeComparison {
    private static final List<String> MARKETS = List.of("usdm", "spot");

    private final Effort effort;

    public DecodeComparison(final Effort effort) {
        this.effort = effort;
    }

    /** Measures all. */
    public void run(final Consumer<Ratio> ratios) {
        for (final String market : MARKETS) {
            warmUp(market);
        }
        for (final String market : MARKETS) {
            measure(market, "trade", ratios);
            measure(market, "bookTicker", ratios);
            measure(market, "depthUpdate", ratios);
        }
    }

    /** All kinds of frames, as they come from a venue: so both sides are compiled for all of them and not for the first. */
    private void warmUp(final String market) {
        try (Contest contest = new DecodeContest(market, "all")) {
            for (int pass = 0; pass < effort.of(10, 10, 1); pass++) {
                contest.prepare();
                contest.baseline();
                contest.subject();
            }
        }
    }

    private void measure(final String market, final String kind, final Consumer<Ratio> ratios) {
        final Rounds rounds = new Rounds(effort.of(100, 20, 1), effort.of(3, 1, 1), effort.of(15, 5, 1));
        try (Contest contest = new DecodeContest(market, kind)) {
            ratios.accept(rounds.measure(contest));
        }
    }
}
