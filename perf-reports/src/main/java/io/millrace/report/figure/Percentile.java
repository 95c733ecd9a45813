package io.millrace.report.figure;

import io.millrace.report.results.MeasuredRun;
import java.util.List;

/** A percentile that reports quote. */
public enum Percentile {
    /** Half of all records are at most this late. */
    P50(50),
    /** Nine of ten. */
    P90(90),
    /** 99 of a hundred. */
    P99(99),
    /** 999 of a thousand. */
    P99_9(99.9),
    /** 9,999 of ten thousand. */
    P99_99(99.99);

    /** Those that are plotted against the rate. */
    public static final List<Percentile> OVER_RATES = List.of(P50, P99, P99_9);

    /** Stands behind a percentile that rests on too few records. */
    public static final String THIN = "*";

    /** What that means. */
    public static final String THIN_MEANING =
            "fewer than ten records lie above this percentile: it is a matter of luck";

    /** A percentile that fewer records than these lie above is a matter of luck. */
    private static final int ENOUGH_ABOVE = 10;

    private final double percent;

    Percentile(final double percent) {
        this.percent = percent;
    }

    /** The percentage. */
    public double percent() {
        return percent;
    }

    /** Its name: p99.9. */
    public String label() {
        return Quantity.percentile(percent);
    }

    /** Its value in microseconds; a dash if nothing was recorded. */
    public String quote(final MeasuredRun run) {
        return run.count() == 0 ? Quantity.NONE : Quantity.micros(run.at(percent));
    }

    /** Whether it rests on too few records to be relied on. */
    public boolean isThin(final MeasuredRun run) {
        // Half a record more, because a hundredth of a percent is no exact number.
        return run.count() > 0 && run.samplesAbove(percent) + 0.5 < ENOUGH_ABOVE;
    }
}
