package io.millrace.app.doctor.machine;

import java.util.Arrays;
import java.util.Optional;

/**
 * Ticks since the start of the machine, of all processors together.
 *
 * @param processors how many there are
 * @param total      all
 * @param busy       working for this machine
 * @param steal      wanted, but given to others by the hypervisor
 * @param own        working for this process
 */
record ProcessorTimes(long processors, long total, long busy, long steal, long own) {
    static final String MACHINE = "proc/stat";
    private static final String PROCESS = "proc/self/stat";

    /** user nice system idle iowait irq softirq steal; guests are within user. */
    private static final int COLUMNS = 8;

    private static final int IDLE = 3;
    private static final int IO_WAIT = 4;
    private static final int STEAL = 7;

    /** Places behind the name of the program, which ends with a parenthesis. */
    private static final int USER = 11;

    private static final int SYSTEM = 12;

    static Optional<ProcessorTimes> read(final SystemTree tree) {
        final Optional<long[]> columns = tree.lines(MACHINE).stream()
                .filter(line -> line.startsWith("cpu "))
                .map(line -> numbers(line.substring("cpu ".length())))
                .filter(numbers -> numbers.length >= COLUMNS)
                .findFirst();
        return columns.map(ticks -> {
            final long total = Arrays.stream(ticks, 0, COLUMNS).sum();
            return new ProcessorTimes(
                    tree.lines(MACHINE).stream()
                            .filter(line -> line.matches("cpu\\d.*"))
                            .count(),
                    total,
                    total - ticks[IDLE] - ticks[IO_WAIT] - ticks[STEAL],
                    ticks[STEAL],
                    own(tree));
        });
    }

    /** What happened since then. */
    ProcessorTimes since(final ProcessorTimes before) {
        return new ProcessorTimes(
                processors, total - before.total, busy - before.busy, steal - before.steal, own - before.own);
    }

    /** The part that the hypervisor gave to others. */
    double stealShare() {
        return total <= 0 ? 0 : steal / (double) total;
    }

    /** How many processors other processes kept busy. */
    double othersProcessors() {
        return total <= 0 ? 0 : Math.max(0, busy - own) / (double) total * processors;
    }

    private static long own(final SystemTree tree) {
        final String line = tree.line(PROCESS).orElse("");
        final long[] numbers = numbers(line.substring(line.lastIndexOf(')') + 1));
        return numbers.length > SYSTEM ? numbers[USER] + numbers[SYSTEM] : 0;
    }

    private static long[] numbers(final String text) {
        return Arrays.stream(text.strip().split(" +"))
                .mapToLong(word -> word.matches("\\d{1,18}") ? Long.parseLong(word) : 0)
                .toArray();
    }
}
