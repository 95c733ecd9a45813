package io.millrace.app.crash;

import java.util.Map;
import java.util.TreeMap;

/** How many processes were killed, in which way of running and in which phase. */
final class Tally {
    private final Map<String, Integer> counts = new TreeMap<>();
    private int killed;

    void add(final Way way, final Moment moment, final String phase, final int exitCode) {
        final String end = exitCode == Victim.KILLED ? "killed " + phase : "ended by itself, exit code " + exitCode;
        counts.merge(way + ": " + end, 1, Integer::sum);
        counts.merge("at " + moment + ": " + end, 1, Integer::sum);
        if (exitCode == Victim.KILLED) {
            counts.merge("all: " + end, 1, Integer::sum);
            killed++;
        }
    }

    /** Processes that were alive when they were killed. */
    int killed() {
        return killed;
    }

    @Override
    public String toString() {
        final StringBuilder text = new StringBuilder();
        counts.forEach((what, count) -> text.append(String.format("%5d  %s%n", count, what)));
        return text.toString();
    }
}
