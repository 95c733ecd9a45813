package io.millrace.bench.closing;

import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;

/** Ratios of made-up times. */
final class SampleRatio {
    private SampleRatio() {}

    /** The subject takes so many nanoseconds where its baseline takes a hundred. */
    static Ratio of(final double nanos, final String target) {
        final Target parsed = Target.parse(target);
        final boolean cost = !parsed.isSet() || parsed.isUpperBound();
        return new Ratio(
                "Group",
                nanos + " beside 100, " + target,
                cost ? nanos / 100 : 100 / nanos,
                parsed,
                new Ratio.Side("by hand", 100),
                new Ratio.Side("flow", nanos),
                5,
                "made up");
    }
}
