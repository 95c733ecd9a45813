package io.millrace.bench.cost;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time in ticks of 10 ms, over all processors, as Linux counts it.
 *
 * @param busy    working, for whatever process
 * @param stolen  given to others by the hypervisor
 * @param total   all time
 * @param process working for this process
 */
record CpuTicks(long busy, long stolen, long total, long process) {
    private static final Path MACHINE = Path.of("/proc/stat");
    private static final int FIELDS = 8;
    private static final int IDLE = 4;
    private static final int WAITING_FOR_DISK = 5;
    private static final int STOLEN = 8;

    /** Those so far. */
    static CpuTicks read() throws IOException {
        // cpu user nice system idle iowait irq softirq steal ...
        final String[] fields = Files.readAllLines(MACHINE).get(0).trim().split("\\s+", -1);
        final long idle = Long.parseLong(fields[IDLE]) + Long.parseLong(fields[WAITING_FOR_DISK]);
        final long stolen = Long.parseLong(fields[STOLEN]);
        long total = 0;
        for (int i = 1; i <= FIELDS; i++) {
            total += Long.parseLong(fields[i]);
        }
        return new CpuTicks(
                total - idle - stolen, stolen, total, TaskStat.ofProcess().ticks());
    }

    CpuTicks since(final CpuTicks before) {
        return new CpuTicks(busy - before.busy, stolen - before.stolen, total - before.total, process - before.process);
    }

    /** Working for other processes. */
    long foreign() {
        return busy - process;
    }
}
