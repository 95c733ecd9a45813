package io.millrace.report.figure;

import io.millrace.report.results.Disturbance;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.RunStart;
import io.millrace.report.results.ThreadCost;
import io.millrace.report.results.VmCost;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** What a run cost beside its work, in words. */
public enum Cost {
    /** Time that went to other guests of the host. */
    STEAL("steal %"),
    /** Others on the machine. */
    FOREIGN_LOAD("foreign load"),
    /** Of the measured threads. */
    SWITCHES("switches vol. / inv."),
    /** Of the measured threads. */
    FAULTS("faults min. / maj."),
    /** By the measured threads. */
    ALLOCATED("B/record"),
    /** By the JVM. */
    COLLECTIONS("GCs"),
    /** All threads stopped: how often, and for how long. */
    SAFEPOINTS("safepoints: all, longest"),
    /** Of the measured packages. */
    COMPILED("compiled"),
    /** Of the measured threads. */
    DEOPTIMISED("deoptimised");

    /** Heading of {@link #start}. */
    public static final String START = "first record, steady after";

    private static final String UNKNOWN = "unknown";

    private final String title;

    Cost(final String title) {
        this.title = title;
    }

    /** Heading of a column. */
    public String title() {
        return title;
    }

    /** Of a whole run. */
    public String of(final MeasuredRun measured) {
        final Disturbance disturbance = measured.run().disturbance();
        final VmCost vm = disturbance.vm();
        return switch (this) {
            case STEAL -> steal(disturbance.stealPercent());
            case FOREIGN_LOAD -> disturbance.foreignLoad() ? "yes" : "no";
            case SWITCHES -> pair(disturbance.voluntarySwitches(), disturbance.involuntarySwitches());
            case FAULTS -> pair(disturbance.minorFaults(), disturbance.majorFaults());
            case ALLOCATED ->
                perRecord(disturbance.allocatedBytes(), measured.run().load().sent());
            case COLLECTIONS -> Quantity.count(disturbance.collections());
            case SAFEPOINTS -> safepoints(disturbance.safepoints(), vm);
            case COMPILED -> Quantity.count(vm.compilations());
            case DEOPTIMISED -> Quantity.count(vm.deoptimizations());
        };
    }

    /** Of one thread of a run; empty if it is not told by thread. */
    public String of(final ThreadCost thread) {
        return switch (this) {
            case SWITCHES ->
                Quantity.count(thread.voluntarySwitches()) + " / " + Quantity.count(thread.involuntarySwitches());
            case FAULTS -> Quantity.count(thread.minorFaults()) + " / " + Quantity.count(thread.majorFaults());
            default -> "";
        };
    }

    /** How long a run took to get going, from its start. */
    public static String start(final MeasuredRun measured) {
        final RunStart start = measured.run().start();
        if (start.equals(RunStart.UNKNOWN)) {
            return UNKNOWN;
        }
        return seconds(start.firstRecordSeconds()) + ", "
                + (start.isNeverSteady() ? "never" : seconds(start.steadySeconds()));
    }

    /** The threads to tell apart; none if there is only one. */
    public static List<ThreadCost> threads(final MeasuredRun measured) {
        final List<ThreadCost> threads = measured.run().disturbance().threads();
        return threads.size() > 1 ? threads : List.of();
    }

    private static String steal(final OptionalDouble percent) {
        return percent.isPresent() ? Quantity.fixed(percent.getAsDouble(), 2) : UNKNOWN;
    }

    private static String pair(final OptionalLong first, final OptionalLong second) {
        return Quantity.count(first) + " / " + Quantity.count(second);
    }

    private static String safepoints(final OptionalLong count, final VmCost vm) {
        if (count.orElse(1) == 0) {
            return "0";
        }
        return Quantity.count(count) + ": " + duration(vm.safepointNanos()) + ", "
                + duration(vm.longestSafepointNanos());
    }

    private static String duration(final OptionalLong nanos) {
        return nanos.isPresent() ? Quantity.duration(nanos.getAsLong()) : UNKNOWN;
    }

    private static String seconds(final OptionalDouble seconds) {
        return seconds.isPresent() ? Quantity.short3(seconds.getAsDouble()) + " s" : UNKNOWN;
    }

    private static String perRecord(final OptionalLong bytes, final long records) {
        if (bytes.isEmpty()) {
            return UNKNOWN;
        }
        return records == 0 ? Quantity.NONE : Quantity.significant((double) bytes.getAsLong() / records);
    }
}
