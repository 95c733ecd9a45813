package io.millrace.operators.cases;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One kind of cases: what they are about, and how they are run.
 *
 * @param op     what a case's op must match
 * @param runner runs a case
 */
record Kind(Pattern op, Runner runner) {

    /** Runs a case, and fails if what comes out is not what it says. */
    @FunctionalInterface
    interface Runner {
        void run(Row row, Matcher op);
    }

    /** Cases about exactly this. */
    static Kind of(final String op, final Consumer<Row> runner) {
        return new Kind(Pattern.compile(Pattern.quote(op)), (row, match) -> runner.accept(row));
    }

    /** Cases about something that is described by words with places in them. */
    static Kind like(final String pattern, final Runner runner) {
        return new Kind(Pattern.compile(pattern), runner);
    }

    /** Runs a case, if it is of this kind. */
    boolean runs(final Row row) {
        final Matcher match = op.matcher(row.op());
        if (!match.matches()) {
            return false;
        }
        runner.run(row, match);
        return true;
    }
}
