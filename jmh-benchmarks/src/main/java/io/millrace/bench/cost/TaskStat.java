package io.millrace.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What Linux counts for one thread, or for this process, in its {@code stat} file.
 *
 * @param minorFaults page faults without input
 * @param majorFaults page faults that read from a disk
 * @param ticks       processor time, in ticks of 10 ms
 */
record TaskStat(long minorFaults, long majorFaults, long ticks) {
    private static final int MINOR_FAULTS = 7;
    private static final int MAJOR_FAULTS = 9;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;

    static TaskStat ofProcess() throws IOException {
        return parse(Files.readString(Path.of("/proc/self/stat")));
    }

    /** @param text content of a {@code stat} file; the name in it may hold anything */
    static TaskStat parse(final String text) {
        // Behind the name: state ppid pgrp session tty tpgid flags minflt cminflt majflt cmajflt utime stime ...
        final String[] fields = text.substring(text.lastIndexOf(')') + 1).trim().split(" ", -1);
        return new TaskStat(
                Long.parseLong(fields[MINOR_FAULTS]),
                Long.parseLong(fields[MAJOR_FAULTS]),
                Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]));
    }
}
