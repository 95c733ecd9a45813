package io.millrace.bench.cost;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time in ticks of 10 ms, over all processors, as Linux counts it.
 *
 * <p>Thread: any, immutable.
 *
 * @param busy    working, for whatever process
 * @param stolen  given to others by the hypervisor
 * @param total   all time
 * @param process working for this process and its children that ended
 */
public record CpuTicks(long busy, long stolen, long total, long process) {
    /** Nothing. */
    public static final CpuTicks NONE = new CpuTicks(0, 0, 0, 0);

    private static final int FIELDS = 8;
    private static final int IDLE = 4;
    private static final int WAITING_FOR_DISK = 5;
    private static final int STOLEN = 8;

    /** Those so far; {@link #NONE} where the platform does not tell. */
    public static CpuTicks read() {
        return read(Path.of("/proc/stat"), Path.of("/proc/self/stat"));
    }

    /** The same from files in other places. */
    public static CpuTicks read(final Path machine, final Path process) {
        if (!Files.isReadable(machine) || !Files.isReadable(process)) {
            return NONE;
        }
        try {
            return count(Files.readAllLines(machine).get(0), TaskStat.parse(Files.readString(process)));
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CpuTicks count(final String machine, final TaskStat process) {
        // cpu user nice system idle iowait irq softirq steal ...
        final String[] fields = machine.trim().split("\\s+", -1);
        final long idle = Long.parseLong(fields[IDLE]) + Long.parseLong(fields[WAITING_FOR_DISK]);
        final long stolen = Long.parseLong(fields[STOLEN]);
        long total = 0;
        for (int i = 1; i <= FIELDS; i++) {
            total += Long.parseLong(fields[i]);
        }
        return new CpuTicks(total - idle - stolen, stolen, total, process.ticks() + process.childTicks());
    }

    /** What came since an earlier count. */
    public CpuTicks since(final CpuTicks before) {
        return new CpuTicks(busy - before.busy, stolen - before.stolen, total - before.total, process - before.process);
    }

    /** Working for other processes. */
    public long foreign() {
        return busy - process;
    }
}
