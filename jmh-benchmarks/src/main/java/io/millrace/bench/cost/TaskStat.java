package io.millrace.bench.cost;

/**
 * What Linux counts for one thread, or for this process, in its {@code stat} file.
 *
 * @param minorFaults page faults without input
 * @param majorFaults page faults that read from a disk
 * @param ticks       processor time, in ticks of 10 ms
 * @param childTicks  that of the process's children that ended
 */
record TaskStat(long minorFaults, long majorFaults, long ticks, long childTicks) {
    private static final int MINOR_FAULTS = 7;
    private static final int MAJOR_FAULTS = 9;
    private static final int USER_TICKS = 11;
    private static final int SYSTEM_TICKS = 12;
    private static final int CHILDREN_USER_TICKS = 13;
    private static final int CHILDREN_SYSTEM_TICKS = 14;

    /** @param text content of a {@code stat} file; the name in it may hold anything */
    static TaskStat parse(final String text) {
        // Behind the name: state ppid pgrp session tty tpgid flags minflt cminflt majflt cmajflt utime stime cutime
        // cstime ...
        final String[] fields = text.substring(text.lastIndexOf(')') + 1).trim().split(" ", -1);
        return new TaskStat(
                Long.parseLong(fields[MINOR_FAULTS]),
                Long.parseLong(fields[MAJOR_FAULTS]),
                Long.parseLong(fields[USER_TICKS]) + Long.parseLong(fields[SYSTEM_TICKS]),
                Long.parseLong(fields[CHILDREN_USER_TICKS]) + Long.parseLong(fields[CHILDREN_SYSTEM_TICKS]));
    }
}
