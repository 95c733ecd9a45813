package io.millrace.bench.cost;

import com.sun.management.ThreadMXBean;
import io.millrace.report.results.ThreadCost;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The threads of the flow that runs in this process: those whose names begin as it names them. */
final class FlowThreads {
    private static final String PREFIX = "millrace-";
    private static final Path TASKS = Path.of("/proc/self/task");
    private static final String VOLUNTARY = "voluntary_ctxt_switches:";
    private static final String INVOLUNTARY = "nonvoluntary_ctxt_switches:";

    private FlowThreads() {}

    /** Whether the platform tells of threads. */
    static boolean areKnown() {
        return Files.isDirectory(TASKS);
    }

    /** What each has cost so far, by its number in the system. */
    static Map<Long, ThreadCost> costs() throws IOException {
        final Map<Long, ThreadCost> all = new TreeMap<>();
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (final Path task : tasks) {
                try {
                    final String name = Files.readString(task.resolve("comm")).strip();
                    if (name.startsWith(PREFIX)) {
                        all.put(Long.valueOf(task.getFileName().toString()), cost(name, task));
                    }
                } catch (final NoSuchFileException e) {
                    // It has ended since the directory was listed.
                    all.remove(Long.valueOf(task.getFileName().toString()));
                }
            }
        }
        return all;
    }

    private static ThreadCost cost(final String name, final Path task) throws IOException {
        final TaskStat stat = TaskStat.parse(Files.readString(task.resolve("stat")));
        long voluntary = 0;
        long involuntary = 0;
        for (final String line : Files.readAllLines(task.resolve("status"))) {
            if (line.startsWith(VOLUNTARY)) {
                voluntary = Long.parseLong(line.substring(VOLUNTARY.length()).trim());
            } else if (line.startsWith(INVOLUNTARY)) {
                involuntary =
                        Long.parseLong(line.substring(INVOLUNTARY.length()).trim());
            }
        }
        return new ThreadCost(name, voluntary, involuntary, stat.minorFaults(), stat.majorFaults());
    }

    /** What each has cost between two looks; a thread that came in between counts from its beginning. */
    static List<ThreadCost> between(final Map<Long, ThreadCost> before, final Map<Long, ThreadCost> after) {
        final List<ThreadCost> all = new ArrayList<>();
        after.forEach((number, late) -> {
            final ThreadCost early = before.getOrDefault(number, new ThreadCost(late.name(), 0, 0, 0, 0));
            all.add(new ThreadCost(
                    late.name(),
                    late.voluntarySwitches() - early.voluntarySwitches(),
                    late.involuntarySwitches() - early.involuntarySwitches(),
                    late.minorFaults() - early.minorFaults(),
                    late.majorFaults() - early.majorFaults()));
        });
        return all;
    }

    /** Bytes that all of them have allocated so far. Looks at no stack, which would stop them. */
    static long allocated() {
        final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        final long[] ours = LongStream.of(threads.getAllThreadIds())
                .filter(id -> {
                    final ThreadInfo info = threads.getThreadInfo(id);
                    return info != null && info.getThreadName().startsWith(PREFIX);
                })
                .toArray();
        return LongStream.of(threads.getThreadAllocatedBytes(ours)).sum();
    }
}
