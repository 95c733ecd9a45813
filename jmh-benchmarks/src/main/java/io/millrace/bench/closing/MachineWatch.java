package io.millrace.bench.closing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Watches who uses the processors, as Linux counts it, from when it is made until it is asked.
 *
 * <p>Thread: one. Allocates: when it is made and when it is asked.
 */
public final class MachineWatch {
    private static final double PERCENT = 100;

    /** Of {@code cpu user nice system idle iowait irq softirq steal}. */
    private static final int IDLE = 4;

    private static final int WAITING = 5;
    private static final int STEAL = 8;

    /** Of what stands behind the name in {@code stat} of a process: user, system, and both of its children that ended. */
    private static final int FIRST_OWN = 11;

    private static final int LAST_OWN = 14;

    private final Path machineFile;
    private final Path processFile;
    private final Ticks before;

    /** Watches from now on. */
    public MachineWatch() {
        this(Path.of("/proc/stat"), Path.of("/proc/self/stat"));
    }

    MachineWatch(final Path machineFile, final Path processFile) {
        this.machineFile = machineFile;
        this.processFile = processFile;
        this.before = read();
    }

    /** What was seen so far. */
    public MachineLoad load() {
        final Ticks after = read();
        final long total = after.total - before.total;
        if (total <= 0) {
            return MachineLoad.UNKNOWN;
        }
        final long foreign = after.busy - before.busy - (after.own - before.own);
        return new MachineLoad(
                true, PERCENT * Math.max(0, foreign) / total, PERCENT * (after.stolen - before.stolen) / total);
    }

    private Ticks read() {
        if (!Files.isReadable(machineFile) || !Files.isReadable(processFile)) {
            return new Ticks(0, 0, 0, 0);
        }
        try {
            final String[] machine =
                    Files.readAllLines(machineFile).get(0).trim().split("\\s+", -1);
            final long idle = Long.parseLong(machine[IDLE]) + Long.parseLong(machine[WAITING]);
            final long stolen = Long.parseLong(machine[STEAL]);
            long total = 0;
            for (int field = 1; field <= STEAL; field++) {
                total += Long.parseLong(machine[field]);
            }
            final String process = Files.readString(processFile);
            // The name may hold anything, even a bracket.
            final String[] fields =
                    process.substring(process.lastIndexOf(')') + 1).trim().split("\\s+", -1);
            long own = 0;
            for (int field = FIRST_OWN; field <= LAST_OWN; field++) {
                own += Long.parseLong(fields[field]);
            }
            return new Ticks(total, total - idle - stolen, stolen, own);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Processor time so far, in the system's ticks. */
    private record Ticks(long total, long busy, long stolen, long own) {}
}
