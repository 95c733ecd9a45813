package io.millrace.report.figure;

import io.millrace.report.results.JmhResult;
import java.util.ArrayList;
import java.util.List;

/**
 * A benchmark and what it is compared with. Names tell: beside {@code append} stands {@code appendByMappedFile}, which does
 * the same by other means.
 *
 * @param subject  what is judged
 * @param baseline the same work by other means, with the same parameters
 */
public record JmhPair(JmhResult subject, JmhResult baseline) {
    private static final String BY = "By";

    /** All pairs of a group. */
    public static List<JmhPair> of(final JmhGroup group) {
        final List<JmhPair> pairs = new ArrayList<>();
        for (final JmhResult subject : group.results()) {
            for (final JmhResult other : group.results()) {
                if (other.benchmark().startsWith(subject.benchmark() + BY)
                        && other.params().equals(subject.params())
                        && subject.primary().score() > 0
                        && other.primary().score() > 0) {
                    pairs.add(new JmhPair(subject, other));
                }
            }
        }
        return pairs;
    }

    /** By what means the baseline does it, in words: "mapped file". */
    public String means() {
        final String name = baseline.method().substring(subject.method().length() + BY.length());
        final StringBuilder words = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            final char letter = name.charAt(i);
            final boolean begins = Character.isUpperCase(letter) && i > 0 && Character.isLowerCase(name.charAt(i - 1));
            words.append(begins ? " " : "").append(letter);
        }
        return words.toString();
    }

    /** Time of the subject divided by that of its baseline: 1.10 is ten percent slower. */
    public double cost() {
        final double quotient = subject.primary().score() / baseline.primary().score();
        return subject.mode().equals("thrpt") ? 1 / quotient : quotient;
    }
}
