package io.millrace.bench.latency;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What the flow's threads and the machine have done so far, as Linux and the JVM count it. Two of these, before and after,
 * tell what disturbed a run.
 *
 * @param machine     ticks of all processors
 * @param threads     of the flow's threads, added up
 * @param processTicks processor ticks of this process
 * @param allocated   bytes that the flow's threads have allocated
 * @param collections of the JVM
 */
record ThreadProbe(CpuTicks machine, Switches threads, long processTicks, long allocated, long collections) {
    private static final String PREFIX = "millrace-";
    private static final Path SELF = Path.of("/proc/self");
    private static final Path TASKS = SELF.resolve("task");
    private static final int MINOR_FAULTS = 9;
    private static final int MAJOR_FAULTS = 11;
    private static final int USER_TICKS = 13;
    private static final int SYSTEM_TICKS = 14;

    /**
     * Processor time in ticks of 10 ms, over all processors.
     *
     * @param busy   working, for whatever process
     * @param stolen given to others by the hypervisor
     * @param total  all time
     */
    record CpuTicks(long busy, long stolen, long total) {}

    /** Context switches and page faults. */
    record Switches(long voluntary, long involuntary, long minorFaults, long majorFaults) {
        private Switches plus(final Switches other) {
            return new Switches(
                    voluntary + other.voluntary,
                    involuntary + other.involuntary,
                    minorFaults + other.minorFaults,
                    majorFaults + other.majorFaults);
        }
    }

    /** Whether the platform tells all this. */
    static boolean isAvailable() {
        return Files.isDirectory(TASKS);
    }

    /** Reads it now. */
    static ThreadProbe read() {
        try {
            return new ThreadProbe(machineTicks(), flowThreads(), processTicksNow(), allocatedNow(), collectionsNow());
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CpuTicks machineTicks() throws IOException {
        // cpu user nice system idle iowait irq softirq steal ...
        final String[] fields =
                Files.readAllLines(Path.of("/proc/stat")).get(0).trim().split("\\s+", -1);
        final long idle = Long.parseLong(fields[4]) + Long.parseLong(fields[5]);
        final long stolen = Long.parseLong(fields[8]);
        long total = 0;
        for (int i = 1; i <= 8; i++) {
            total += Long.parseLong(fields[i]);
        }
        return new CpuTicks(total - idle - stolen, stolen, total);
    }

    private static Switches flowThreads() throws IOException {
        Switches all = new Switches(0, 0, 0, 0);
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (final Path task : tasks) {
                if (Files.readString(task.resolve("comm")).startsWith(PREFIX)) {
                    all = all.plus(switches(task));
                }
            }
        }
        return all;
    }

    private static Switches switches(final Path task) throws IOException {
        long voluntary = 0;
        long involuntary = 0;
        for (final String line : Files.readAllLines(task.resolve("status"))) {
            if (line.startsWith("voluntary_ctxt_switches:")) {
                voluntary = lastNumber(line);
            } else if (line.startsWith("nonvoluntary_ctxt_switches:")) {
                involuntary = lastNumber(line);
            }
        }
        final String[] stat = stat(task);
        return new Switches(
                voluntary, involuntary, Long.parseLong(stat[MINOR_FAULTS]), Long.parseLong(stat[MAJOR_FAULTS]));
    }

    private static long lastNumber(final String line) {
        return Long.parseLong(line.substring(line.lastIndexOf('\t') + 1).trim());
    }

    /** Fields of a {@code stat} file, from 0; the name, which may hold anything, is made one field. */
    private static String[] stat(final Path directory) throws IOException {
        final String text = Files.readString(directory.resolve("stat"));
        return ("pid name" + text.substring(text.lastIndexOf(')') + 1)).trim().split(" ", -1);
    }

    private static long processTicksNow() throws IOException {
        final String[] stat = stat(SELF);
        return Long.parseLong(stat[USER_TICKS]) + Long.parseLong(stat[SYSTEM_TICKS]);
    }

    private static long allocatedNow() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final List<Long> ids = Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith(PREFIX))
                .map(ThreadIds::of)
                .toList();
        return ids.stream().mapToLong(threads::getThreadAllocatedBytes).sum();
    }

    private static long collectionsNow() {
        return ManagementFactory.getGarbageCollectorMXBeans().stream()
                .mapToLong(GarbageCollectorMXBean::getCollectionCount)
                .sum();
    }
}
