package io.millrace.report.results;

import java.util.OptionalDouble;

/**
 * How long a latency run took to get going, in seconds from its start; empty where nobody looked.
 *
 * <p>Thread: any. Immutable.
 *
 * @param firstRecordSeconds until the first record was due: compiling the flow, opening the journal, the flow's own warm-up
 * @param steadySeconds      until the first interval from which on the median of each interval stays within 20 % of that of
 *                           the measured window; empty too if there is none
 */
public record RunStart(OptionalDouble firstRecordSeconds, OptionalDouble steadySeconds) {
    /** Nobody looked. */
    public static final RunStart UNKNOWN = new RunStart(OptionalDouble.empty(), OptionalDouble.empty());

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if something is missing or negative
     */
    public RunStart {
        notNegative("firstRecordSeconds", firstRecordSeconds);
        notNegative("steadySeconds", steadySeconds);
    }

    /** Whether somebody looked, and it never became steady. */
    public boolean isNeverSteady() {
        return firstRecordSeconds.isPresent() && steadySeconds.isEmpty();
    }

    private static void notNegative(final String name, final OptionalDouble value) {
        Required.value(name, value);
        Required.that(value.orElse(0) >= 0, "\"" + name + "\" is negative: " + value);
    }
}
