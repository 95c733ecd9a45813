package io.millrace.report.figure;

import io.millrace.report.machine.Machine;
import io.millrace.report.results.Disturbance;
import io.millrace.report.results.MeasuredRun;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** What speaks against taking a latency run at face value. */
public enum Mark {
    /** The hypervisor gave the processors to others. */
    STEAL("steal", "the hypervisor gave more than 0.1 % of the processor time to others while it ran"),
    /** Nobody knows whether it did. */
    STEAL_UNKNOWN("steal unknown", "the platform does not tell whether a hypervisor took processor time away"),
    /** Something else ran on the machine. */
    FOREIGN_LOAD("foreign load", "something else used the processors while it ran"),
    /** The tail is the scheduler's. */
    NO_SPARE_CORE(
            "no spare core",
            "its busy threads left no processor free for the system: from p99 on it measures the scheduler"),
    /** The JVM stopped it. */
    COLLECTED("collected", "garbage was collected while it ran"),
    /** Code was not settled. */
    DEOPTIMISED("deoptimised", "its threads fell back from compiled code while it ran"),
    /** It did not come to rest. */
    UNSTEADY("unsteady", "its median did not stay within 20 % of that of the whole window"),
    /** Less was sent than the schedule asked for. */
    FELL_BEHIND(
            "fell behind", "it sent less than 99 % of the offered rate: the latencies are those of a growing queue");

    private static final double MOST_STEAL_PERCENT = 0.1;
    private static final double LEAST_ACHIEVED = HeldRate.LEAST_SENT;

    private final String label;
    private final String meaning;

    Mark(final String label, final String meaning) {
        this.label = label;
        this.meaning = meaning;
    }

    /** A word or two. */
    public String label() {
        return label;
    }

    /** A sentence without its subject and its point, for a legend. */
    public String meaning() {
        return meaning;
    }

    /** Those that a run bears. */
    public static List<Mark> of(final MeasuredRun measured, final Machine machine) {
        final List<Mark> marks = new ArrayList<>();
        final OptionalDouble steal = measured.run().disturbance().stealPercent();
        if (steal.isEmpty()) {
            marks.add(STEAL_UNKNOWN);
        } else if (steal.getAsDouble() > MOST_STEAL_PERCENT) {
            marks.add(STEAL);
        }
        if (measured.run().disturbance().foreignLoad()) {
            marks.add(FOREIGN_LOAD);
        }
        if (measured.run().setup().threads() >= machine.processors()) {
            marks.add(NO_SPARE_CORE);
        }
        final Disturbance disturbance = measured.run().disturbance();
        if (disturbance.collections().orElse(0) > 0) {
            marks.add(COLLECTED);
        }
        if (disturbance.vm().deoptimizations().orElse(0) > 0) {
            marks.add(DEOPTIMISED);
        }
        if (measured.run().start().isNeverSteady()) {
            marks.add(UNSTEADY);
        }
        if (measured.run().load().achievedPerSecond() < measured.run().load().ratePerSecond() * LEAST_ACHIEVED) {
            marks.add(FELL_BEHIND);
        }
        return marks;
    }
}
