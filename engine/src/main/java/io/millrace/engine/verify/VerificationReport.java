package io.millrace.engine.verify;

import java.util.List;

/**
 * What a verification found.
 *
 * @param records     that were worked on
 * @param comparisons how often copies were compared
 * @param passes      what was compared, in words
 * @param difference  the first difference, or null
 * @param failure     what all copies fail with in the same way, or null
 */
public record VerificationReport(
        long records, long comparisons, List<String> passes, Difference difference, RuntimeException failure) {

    /** Whether all copies did the same. */
    public boolean isEqual() {
        return difference == null;
    }

    @Override
    public String toString() {
        if (!isEqual()) {
            return "DIFFERENT: " + difference;
        }
        return (failure == null ? "EQUAL: " : "EQUAL, up to where the flow fails: ") + records + " records, compared "
                + comparisons + " times: " + String.join("; ", passes)
                + (failure == null ? "" : "; failure: " + ItemText.written(failure.getMessage()));
    }
}
