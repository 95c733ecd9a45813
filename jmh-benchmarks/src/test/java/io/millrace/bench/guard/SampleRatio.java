package io.millrace.bench.guard;

import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;

/** Ratios of made-up times. */
final class SampleRatio {
    static final String GROUP = "Chain of operators";

    private SampleRatio() {}

    /** The subject takes so many times as long. */
    static Ratio cost(final String name, final double value) {
        return of(name, value, "<= 1.10", 100, 100 * value, "a million trades; 0 B per record");
    }

    /** The subject is so many times as fast. */
    static Ratio speed(final String name, final double value) {
        return of(name, value, ">= 3", 100 * value, 100, "a million trades; 0 B per record");
    }

    /** The same, of other work. */
    static Ratio ofOtherWork(final String name, final double value) {
        return of(name, value, ">= 3", 100 * value, 100, "ten trades; 0 B per record");
    }

    private static Ratio of(
            final String name,
            final double value,
            final String target,
            final double baseline,
            final double subject,
            final String context) {
        return new Ratio(
                GROUP,
                name,
                value,
                Target.parse(target),
                new Ratio.Side("baseline", baseline),
                new Ratio.Side("subject", subject),
                5,
                context);
    }
}
