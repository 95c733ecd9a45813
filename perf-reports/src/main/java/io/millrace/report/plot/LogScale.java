package io.millrace.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/** Maps positive values to pixels, equal factors to equal distances. */
final class LogScale {
    /** Up to so many decades there is room for more than one label in each. */
    private static final double FEW_DECADES = 2.1;

    private static final double MANY_DECADES = 5;
    private static final double[] STEPS = {1, 2, 5};
    private static final double SMALLEST = 1e-6;

    private final double logLeast;
    private final double logGreatest;
    private final double from;
    private final double to;

    /** From the least value at one pixel to the greatest at another; equal values get some room on both sides. */
    LogScale(final double least, final double greatest, final double from, final double to) {
        final double logA = log(least);
        final double logB = log(greatest);
        final double room = logB - logA < 1e-9 ? 0.5 : 0;
        logLeast = logA - room;
        logGreatest = logB + room;
        this.from = from;
        this.to = to;
    }

    /** The same, widened to the next 1, 2 or 5 times a power of ten on both sides. */
    static LogScale rounded(final double least, final double greatest, final double from, final double to) {
        return new LogScale(roundDown(least), roundUp(greatest), from, to);
    }

    double at(final double value) {
        return from + (to - from) * (log(value) - logLeast) / (logGreatest - logLeast);
    }

    /** Gridlines at powers of ten, and between them where there is room; labels where they don't touch. */
    List<Tick> ticks(final DoubleFunction<String> label) {
        final double decades = logGreatest - logLeast;
        final List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(logLeast); power <= (int) Math.ceil(logGreatest); power++) {
            for (final double step : STEPS) {
                final double value = step * StrictMath.pow(10, power);
                final boolean inside = log(value) > logLeast - 1e-9 && log(value) < logGreatest + 1e-9;
                if (inside && (step == 1 || decades <= MANY_DECADES)) {
                    ticks.add(new Tick(at(value), step == 1 || decades <= FEW_DECADES ? label.apply(value) : ""));
                }
            }
        }
        return ticks;
    }

    private static double roundDown(final double value) {
        final double power = StrictMath.pow(10, Math.floor(log(value) + 1e-9));
        double rounded = power;
        for (final double step : STEPS) {
            if (step * power <= value * (1 + 1e-9)) {
                rounded = step * power;
            }
        }
        return rounded;
    }

    private static double roundUp(final double value) {
        final double power = StrictMath.pow(10, Math.floor(log(value) + 1e-9));
        for (final double step : STEPS) {
            if (step * power >= value * (1 - 1e-9)) {
                return step * power;
            }
        }
        return 10 * power;
    }

    private static double log(final double value) {
        return StrictMath.log10(Math.max(value, SMALLEST));
    }
}
