package io.millrace.bench.recovery;

import java.util.Arrays;
import java.util.Locale;

/**
 * How long one start took, in nanoseconds.
 *
 * @param records    that were worked on again
 * @param total      from the first look at the journal until the flow was live
 * @param load       reading the snapshot from its file, and giving all steps their state
 * @param seek       finding the first record
 * @param replay     working on all records
 * @param replayCpu  processor time of the thread that did
 * @param live       beginning a new session of the journal
 * @param state      hash of each step's state at the end
 */
record Recovery(long records, long total, long load, long seek, long replay, long replayCpu, long live, String state) {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final int NUMBERS = 7;

    /** What is compared: all that depends on how much there is to replay. */
    long work() {
        return seek + replay;
    }

    /** Compiling the flow, opening journal and sinks, starting threads. */
    long start() {
        return total - load - seek - replay - live;
    }

    /** One line, which {@link #parse} reads. */
    String line() {
        return records + " " + total + " " + load + " " + seek + " " + replay + " " + replayCpu + " " + live + " "
                + state;
    }

    /** Reads what {@link #line} gave. */
    static Recovery parse(final String line) {
        final String[] parts = line.split(" ", NUMBERS + 1);
        final long[] numbers =
                Arrays.stream(parts, 0, NUMBERS).mapToLong(Long::parseLong).toArray();
        return new Recovery(
                numbers[0], numbers[1], numbers[2], numbers[3], numbers[4], numbers[5], numbers[6], parts[NUMBERS]);
    }

    static String heading() {
        return String.format(
                Locale.ROOT,
                "%-24s %12s %9s %9s %9s %9s %9s %9s %9s",
                "milliseconds",
                "records",
                "start",
                "load",
                "seek",
                "replay",
                "its CPU",
                "live",
                "total");
    }

    String row(final String name) {
        return String.format(
                Locale.ROOT,
                "%-24s %12d %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f %9.1f",
                name,
                records,
                start() / NANOS_PER_MILLI,
                load / NANOS_PER_MILLI,
                seek / NANOS_PER_MILLI,
                replay / NANOS_PER_MILLI,
                replayCpu / NANOS_PER_MILLI,
                live / NANOS_PER_MILLI,
                total / NANOS_PER_MILLI);
    }
}
