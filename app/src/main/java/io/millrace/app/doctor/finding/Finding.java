package io.millrace.app.doctor.finding;

import java.util.List;

/**
 * What a check found.
 *
 * @param subject what was looked at
 * @param verdict how good it is
 * @param found   what is so; where it can't be told, why
 * @param costs   what it costs, with a figure where one was measured; a line each
 * @param changes how to change it: what to do, or the command; a line each
 */
public record Finding(String subject, Verdict verdict, String found, List<String> costs, List<String> changes) {
    /** Copies the lists. */
    public Finding {
        costs = List.copyOf(costs);
        changes = List.copyOf(changes);
    }

    /** Nothing to do. */
    public static Finding ok(final String subject, final String found) {
        return of(subject, Verdict.OK, found);
    }

    /** Costs something. */
    public static Finding better(final String subject, final String found) {
        return of(subject, Verdict.BETTER, found);
    }

    /** Costs very much, or is dangerous. */
    public static Finding bad(final String subject, final String found) {
        return of(subject, Verdict.BAD, found);
    }

    /** Can't be told. */
    public static Finding unknown(final String subject, final String reason) {
        return of(subject, Verdict.UNKNOWN, reason);
    }

    /** Any verdict. */
    public static Finding of(final String subject, final Verdict verdict, final String found) {
        return new Finding(subject, verdict, found, List.of(), List.of());
    }

    /** The same with what it costs. */
    public Finding costing(final String... lines) {
        return new Finding(subject, verdict, found, List.of(lines), changes);
    }

    /** The same with how to change it. */
    public Finding changedBy(final String... lines) {
        return new Finding(subject, verdict, found, costs, List.of(lines));
    }
}
