package io.millrace.report.figure;

import io.millrace.report.results.Ratio;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** How a ratio and what came out of it are told. */
public final class RatioWords {
    private static final int MOST_DECIMALS = 6;

    private RatioWords() {}

    /** The ratio: 1.07×. It is never rounded to the other side of its target. */
    public static String value(final Ratio ratio) {
        final double value = ratio.value();
        for (int decimals = decimals(value); decimals < MOST_DECIMALS; decimals++) {
            final BigDecimal rounded = new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP);
            if (rounded.signum() > 0 && ratio.target().isReachedBy(rounded.doubleValue()) == ratio.isReached()) {
                return rounded.toPlainString() + "×";
            }
        }
        return Quantity.plain(value) + "×";
    }

    private static int decimals(final double value) {
        if (value >= 100) {
            return 0;
        }
        return value >= 10 ? 1 : 2;
    }

    /** What it is a ratio of. */
    public static String meaning(final Ratio ratio) {
        return ratio.meaning() == Ratio.Meaning.COST ? "the time" : "as fast";
    }

    /** Whether the target is reached, in a sign and a word. */
    public static String outcome(final Ratio ratio) {
        if (!ratio.target().isSet()) {
            return "no target";
        }
        return ratio.isReached() ? "✓ reached" : "✗ missed";
    }
}
