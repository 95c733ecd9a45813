package io.millrace.report.results;

/**
 * Two things compared within one run, in pairs that alternate, so that what the machine does to one it does to the other.
 *
 * <p>Thread: any. Immutable.
 *
 * @param group heading under which related ratios stand together
 * @param name what is compared
 * @param value the ratio, usually the median over the pairs; see {@link Meaning}
 * @param target what it should be
 * @param baseline what is compared with
 * @param subject what is judged
 * @param pairs how often both were measured, one after the other
 * @param context what a reader must know: workload, JDK, flags, threads, journal
 */
public record Ratio(
        String group,
        String name,
        double value,
        Target target,
        Side baseline,
        Side subject,
        int pairs,
        String context) {

    /**
     * How far the value may be from the quotient of the two sides: a median of quotients is not the quotient of the
     * medians, but if they are further apart than this factor, one of them is wrong.
     */
    private static final double TOLERANCE = 1.5;

    /** Which way round a ratio is. */
    public enum Meaning {
        /** Time of the subject divided by that of the baseline: 1.10 is ten percent slower. */
        COST,
        /** Time of the baseline divided by that of the subject: 3 is three times as fast. */
        SPEED
    }

    /**
     * One of the two sides.
     *
     * @param label its name
     * @param nanosPerOp nanoseconds per operation, usually the median over the pairs
     */
    public record Side(String label, double nanosPerOp) {
        /**
         * Checks it.
         *
         * @throws IllegalArgumentException if the label is empty or the time is not positive
         */
        public Side {
            Required.text("label", label);
            Required.that(
                    nanosPerOp > 0 && Double.isFinite(nanosPerOp),
                    "\"" + label + "\" takes " + nanosPerOp + " ns per operation: that can't be");
        }
    }

    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if something is missing, or if the value is not the quotient of the two sides
     */
    public Ratio {
        Required.text("group", group);
        Required.text("name", name);
        Required.value("target", target);
        Required.value("baseline", baseline);
        Required.value("subject", subject);
        Required.text("context", context);
        Required.that(value > 0 && Double.isFinite(value), "the ratio is " + value + ": it must be positive");
        Required.that(pairs > 0, "a ratio needs at least one pair, this one has " + pairs);
        Required.that(
                isNear(value, quotient(meaning(value, target, baseline, subject), baseline, subject)),
                "the ratio is said to be " + value + ", but the subject takes " + subject.nanosPerOp()
                        + " ns per operation and the baseline " + baseline.nanosPerOp()
                        + " ns: a ratio that should be small"
                        + " is subject / baseline, one that should be great is baseline / subject");
    }

    /** The same, with one more thing that a reader must know. */
    public Ratio with(final String more) {
        return new Ratio(group, name, value, target, baseline, subject, pairs, context + "; " + more);
    }

    /** Which way round it is: a target from above speaks of cost, one from below of speed; without one its sides tell. */
    public Meaning meaning() {
        return meaning(value, target, baseline, subject);
    }

    /** Whether it reaches its target. */
    public boolean isReached() {
        return target.isReachedBy(value);
    }

    private static Meaning meaning(final double value, final Target target, final Side baseline, final Side subject) {
        if (target.isSet()) {
            return target.isUpperBound() ? Meaning.COST : Meaning.SPEED;
        }
        final boolean subjectIsSlower = subject.nanosPerOp() > baseline.nanosPerOp();
        return subjectIsSlower == value > 1 ? Meaning.COST : Meaning.SPEED;
    }

    private static double quotient(final Meaning meaning, final Side baseline, final Side subject) {
        return meaning == Meaning.COST
                ? subject.nanosPerOp() / baseline.nanosPerOp()
                : baseline.nanosPerOp() / subject.nanosPerOp();
    }

    private static boolean isNear(final double a, final double b) {
        return a <= b * TOLERANCE && b <= a * TOLERANCE;
    }
}
