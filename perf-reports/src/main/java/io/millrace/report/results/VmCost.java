package io.millrace.report.results;

import java.util.OptionalLong;

/**
 * What the JVM itself did to a latency run in its measured window. Empty where nobody looked, or the JVM does not tell.
 *
 * <p>Thread: any. Immutable.
 *
 * @param safepointNanos        how long all threads were stopped in all, from the request on
 * @param longestSafepointNanos how long the longest of these stops took
 * @param compilations          methods of the measured packages that were compiled
 * @param deoptimizations       times that a measured thread fell back from compiled code
 */
public record VmCost(
        OptionalLong safepointNanos,
        OptionalLong longestSafepointNanos,
        OptionalLong compilations,
        OptionalLong deoptimizations) {
    /** Nobody looked. */
    public static final VmCost UNKNOWN =
            new VmCost(OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty(), OptionalLong.empty());

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if something is missing or negative
     */
    public VmCost {
        Required.notNegative("safepointNanos", safepointNanos);
        Required.notNegative("longestSafepointNanos", longestSafepointNanos);
        Required.notNegative("compilations", compilations);
        Required.notNegative("deoptimizations", deoptimizations);
    }
}
