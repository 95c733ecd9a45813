package io.millrace.report.plot;

import io.millrace.report.figure.Quantity;
import java.util.List;

/** Maps percentiles to pixels so that each further nine takes the same room: 50, 90, 99, ..., 99.999. */
final class PercentileScale {
    /** The gridlines, and the ends of the axis. */
    static final List<Double> MARKED = List.of(50.0, 90.0, 99.0, 99.9, 99.99, 99.999);

    /** Nines of the 50th percentile: how small a share lies above it, as a power of ten. */
    private static final double LEAST_NINES = StrictMath.log10(2);

    private static final double MOST_NINES = 5;

    private final double from;
    private final double to;

    PercentileScale(final double from, final double to) {
        this.from = from;
        this.to = to;
    }

    /** Pixel of a number of nines. */
    double atNines(final double nines) {
        return from + (to - from) * (nines - LEAST_NINES) / (MOST_NINES - LEAST_NINES);
    }

    /** Nines of a percentile: 1 of 90, 3 of 99.9. */
    static double nines(final double percentile) {
        return -StrictMath.log10((100 - percentile) / 100);
    }

    /** The percentile with so many nines. */
    static double percentile(final double nines) {
        return 100 - 100 * StrictMath.pow(10, -nines);
    }

    /** The nines at which a run with this many records begins and ends: none of them is beyond its last one. */
    static double lastNines(final long count) {
        return Math.max(LEAST_NINES, Math.min(MOST_NINES, StrictMath.log10((double) count)));
    }

    static double firstNines() {
        return LEAST_NINES;
    }

    List<Tick> ticks() {
        return MARKED.stream()
                .map(percentile -> new Tick(atNines(nines(percentile)), Quantity.plain(percentile)))
                .toList();
    }
}
