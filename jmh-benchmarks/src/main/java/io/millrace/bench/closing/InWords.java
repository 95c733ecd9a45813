package io.millrace.bench.closing;

import io.millrace.report.results.Ratio;
import java.util.Locale;

/** Ratios and targets as one would say them. */
final class InWords {
    private static final double PERCENT = 100;

    /** From here on a multiple says more than percents. */
    private static final double MULTIPLE = 2;

    /** What rounds to no percent is no difference. */
    private static final double NOTHING = 0.005;

    private InWords() {}

    /** What the subject is beside its baseline. */
    static String of(final Ratio ratio) {
        return ratio.meaning() == Ratio.Meaning.SPEED ? speed(ratio.value()) : cost(ratio.value());
    }

    /** The target and whether it is reached; nothing if none is set. */
    static String target(final Ratio ratio) {
        if (!ratio.target().isSet()) {
            return "";
        }
        final double bound = ratio.target().bound();
        final String wanted =
                ratio.target().isUpperBound() ? "at most " + cost(bound) : "at least " + decimal(bound) + " x as fast";
        return (ratio.isReached() ? "reached: " : "MISSED:  ") + wanted;
    }

    private static String speed(final double value) {
        return value < 1 ? cost(1 / value) : decimal(value) + " x as fast";
    }

    private static String cost(final double value) {
        if (Math.abs(value - 1) < NOTHING) {
            return "as fast";
        }
        if (value >= MULTIPLE) {
            return decimal(value) + " x the time";
        }
        return value > 1 ? percent(value - 1) + " slower" : percent(1 - value) + " less time";
    }

    private static String percent(final double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * PERCENT);
    }

    private static String decimal(final double value) {
        return value == Math.rint(value)
                ? String.format(Locale.ROOT, "%.0f", value)
                : String.format(Locale.ROOT, "%.1f", value);
    }
}
