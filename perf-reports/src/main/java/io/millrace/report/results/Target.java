package io.millrace.report.results;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a ratio should be: {@code "<= 1.10"}, {@code ">= 3"}, {@code "< 2"}, {@code "> 1"}, or {@code "none"} for a ratio
 * that is told but not aimed at.
 *
 * <p>Thread: any. Immutable.
 */
public final class Target {
    private static final Pattern FORM = Pattern.compile("([<>]=?)\\s*(\\d{1,9}(?:\\.\\d{1,9})?)");

    private final String text;
    private final String comparison;
    private final double bound;

    private Target(final String text, final String comparison, final double bound) {
        this.text = text;
        this.comparison = comparison;
        this.bound = bound;
    }

    /**
     * Reads one.
     *
     * @throws IllegalArgumentException if the text is none of the forms above
     */
    public static Target parse(final String text) {
        final String stripped = Required.text("target", text).strip();
        if (stripped.equals("none")) {
            return new Target(stripped, "", Double.NaN);
        }
        final Matcher matcher = FORM.matcher(stripped);
        Required.that(
                matcher.matches(),
                "target \"" + text + "\" is not understood: write it like \"<= 1.10\" or \">= 3\", or \"none\"");
        final String comparison = matcher.group(1);
        return new Target(comparison + " " + matcher.group(2), comparison, Double.parseDouble(matcher.group(2)));
    }

    /** Whether there is anything to reach. */
    public boolean isSet() {
        return !comparison.isEmpty();
    }

    /** Whether small values reach it. */
    public boolean isUpperBound() {
        return comparison.startsWith("<");
    }

    /** The value that the ratio is compared with; not a number if none is set. */
    public double bound() {
        return bound;
    }

    /** Whether a ratio reaches it; nothing reaches "none". */
    public boolean isReachedBy(final double ratio) {
        return switch (comparison) {
            case "<=" -> ratio <= bound;
            case "<" -> ratio < bound;
            case ">=" -> ratio >= bound;
            case ">" -> ratio > bound;
            default -> false;
        };
    }

    /** For readers: "≤ 1.10". */
    public String symbols() {
        return text.replace("<=", "≤").replace(">=", "≥");
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Target target && target.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** As it is parsed. */
    @Override
    public String toString() {
        return text;
    }
}
