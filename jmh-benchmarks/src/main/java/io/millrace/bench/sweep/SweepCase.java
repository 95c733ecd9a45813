package io.millrace.bench.sweep;

import io.millrace.bench.child.Collector;
import io.millrace.bench.latency.JournalLevel;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.WaitMode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One way of running the flow, at rising rates.
 *
 * @param study     what it is compared within
 * @param jdk       home of the JDK
 * @param collector its collector
 * @param layout    threads
 * @param waitMode  how they wait
 * @param journal   what the journal promises
 * @param onDisk    whether the journal's files are on a disk, not in memory
 */
record SweepCase(
        Study study,
        Path jdk,
        Collector collector,
        Layout layout,
        WaitMode waitMode,
        JournalLevel journal,
        boolean onDisk) {
    /** Number of {@link #arguments}. */
    static final int ARGUMENTS = 7;

    /** For readers, and for the names of files. */
    String name() {
        final Path home = jdk.getFileName();
        return String.join(
                        "-",
                        List.of(
                                study.name(),
                                home == null ? "jdk" : home.toString(),
                                collector.name(),
                                layout.name(),
                                waitMode.name(),
                                journal.name(),
                                onDisk ? "disk" : "memory"))
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9.-]", "-");
    }

    /** What {@link #parse} reads. */
    List<String> arguments() {
        return List.of(
                study.name(),
                jdk.toString(),
                collector.name(),
                layout.name(),
                waitMode.name(),
                journal.name(),
                Boolean.toString(onDisk));
    }

    static SweepCase parse(final List<String> arguments) {
        return new SweepCase(
                Study.valueOf(arguments.get(0)),
                Path.of(arguments.get(1)),
                Collector.valueOf(arguments.get(2)),
                Layout.valueOf(arguments.get(3)),
                WaitMode.valueOf(arguments.get(4)),
                JournalLevel.valueOf(arguments.get(5)),
                Boolean.parseBoolean(arguments.get(6)));
    }
}
