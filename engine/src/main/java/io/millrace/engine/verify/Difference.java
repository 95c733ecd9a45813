package io.millrace.engine.verify;

import java.util.List;

/**
 * Where two copies of a flow did not do the same with the same input.
 *
 * @param copies   which copies, in words
 * @param firstSeq the record at which they differ; or, if they differed only once, the first of those among which it is
 * @param lastSeq  the last of those
 * @param step     the first step that was given the same and did something else, or null if it did not show
 * @param what     which of its outputs, its state or its failure
 * @param one      what one copy has there
 * @param other    what the other has
 * @param steps    all steps that differed
 */
public record Difference(
        String copies,
        long firstSeq,
        long lastSeq,
        String step,
        String what,
        String one,
        String other,
        List<String> steps) {

    /** Whether the record is known, not only a range. */
    public boolean isExact() {
        return firstSeq == lastSeq;
    }

    @Override
    public String toString() {
        final String where =
                isExact() ? "at record " + firstSeq : "between record " + firstSeq + " and record " + lastSeq;
        final StringBuilder text = new StringBuilder(copies).append(" differ ").append(where);
        if (step == null) {
            text.append(" in ")
                    .append(quoted(steps))
                    .append("; at a second look they did the same: the cause is not in every run");
        } else {
            text.append(": step '")
                    .append(step)
                    .append("' was given the same, but ")
                    .append(what)
                    .append(" is: ");
            text.append(one).append(" | ").append(other);
        }
        return text.toString();
    }

    private static String quoted(final List<String> ids) {
        return ids.isEmpty() ? "how they end" : "step " + "'" + String.join("', '", ids) + "'";
    }
}
