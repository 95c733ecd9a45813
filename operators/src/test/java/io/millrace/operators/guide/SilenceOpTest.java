package io.millrace.operators.guide;

import io.millrace.operators.testing.OperatorHarness;
import org.junit.jupiter.api.Test;

/** A user's own operator in the harness. */
class SilenceOpTest {
    private static final String[] SYMBOLS = {"BTC", "ETH", "SOL"};
    private static final Tick[] TICKS = {Tick.parse("BTC 1 @0"), Tick.parse("ETH 1 @0"), Tick.parse("SOL 1 @0")};

    /** One symbol falls silent after the other. */
    private static Tick tick(final long index) {
        return TICKS[(int) (index / 20 % SYMBOLS.length)].price(index);
    }

    @Test
    void givesTheSameInEveryWay() {
        OperatorHarness.keyedByText(Tick.TYPE, SilenceOpTest::tick, Tick::symbol)
                .with(ticks -> OwnOperatorsGuide.silent("silence", ticks, 10_000_000L))
                .check();
    }
}
