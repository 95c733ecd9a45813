package io.millrace.report.results;

import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What happened to a latency run in its measured window that the code under test did not ask for. Empty where the platform
 * does not tell.
 *
 * <p>Thread: any. Immutable.
 *
 * @param stealPercent share of processor time that the hypervisor gave to others, 0 to 100
 * @param voluntarySwitches context switches by threads that waited
 * @param involuntarySwitches context switches that the scheduler imposed
 * @param minorFaults page faults without input
 * @param majorFaults page faults that read from a disk
 * @param allocatedBytes bytes that the measured threads allocated
 * @param collections garbage collections
 * @param safepoints times that the JVM stopped all threads
 * @param foreignLoad whether something else was seen to use the processors
 * @param vm what the JVM did
 * @param threads what happened to each measured thread, as far as it is known
 */
public record Disturbance(
        OptionalDouble stealPercent,
        OptionalLong voluntarySwitches,
        OptionalLong involuntarySwitches,
        OptionalLong minorFaults,
        OptionalLong majorFaults,
        OptionalLong allocatedBytes,
        OptionalLong collections,
        OptionalLong safepoints,
        boolean foreignLoad,
        VmCost vm,
        List<ThreadCost> threads) {
    /**
     * Checks it.
     *
     * @throws IllegalArgumentException if something is missing or negative
     */
    public Disturbance {
        Required.value("stealPercent", stealPercent);
        Required.that(
                stealPercent.isEmpty() || stealPercent.getAsDouble() >= 0 && stealPercent.getAsDouble() <= 100,
                "\"stealPercent\" is " + stealPercent + ": it must be from 0 to 100");
        Required.notNegative("voluntarySwitches", voluntarySwitches);
        Required.notNegative("involuntarySwitches", involuntarySwitches);
        Required.notNegative("minorFaults", minorFaults);
        Required.notNegative("majorFaults", majorFaults);
        Required.notNegative("allocatedBytes", allocatedBytes);
        Required.notNegative("collections", collections);
        Required.notNegative("safepoints", safepoints);
        Required.value("vm", vm);
        threads = List.copyOf(threads);
    }
}
