package io.millrace.report.results;

/**
 * A JMH score.
 *
 * <p>Thread: any. Immutable.
 *
 * @param score mean over all iterations of all forks
 * @param error half the 99.9 % confidence interval; not a number if there were too few iterations to tell
 * @param unit unit of both
 */
public record Metric(double score, double error, String unit) {
    /** Whether the error is known. */
    public boolean hasError() {
        return Double.isFinite(error);
    }
}
