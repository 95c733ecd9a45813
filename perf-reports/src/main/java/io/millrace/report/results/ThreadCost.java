package io.millrace.report.results;

/**
 * What the system did to one of the measured threads in the measured window.
 *
 * <p>Thread: any. Immutable.
 *
 * @param name                as the system has it, which may cut it short
 * @param voluntarySwitches   context switches because it waited
 * @param involuntarySwitches context switches that the scheduler imposed
 * @param minorFaults         page faults without input
 * @param majorFaults         page faults that read from a disk
 */
public record ThreadCost(
        String name, long voluntarySwitches, long involuntarySwitches, long minorFaults, long majorFaults) {
    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if something is missing or negative
     */
    public ThreadCost {
        Required.text("thread", name);
        Required.that(
                voluntarySwitches >= 0 && involuntarySwitches >= 0 && minorFaults >= 0 && majorFaults >= 0,
                "thread \"" + name + "\" has a negative count");
    }
}
