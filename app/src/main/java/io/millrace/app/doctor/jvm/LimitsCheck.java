package io.millrace.app.doctor.jvm;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.doctor.machine.SystemTree;
import io.millrace.app.terminal.Figures;
import java.util.List;
import java.util.Optional;

/** Limits of the process, as {@code ulimit} shows them. */
public final class LimitsCheck implements Check {
    private static final String FILES = "open files";
    private static final String LOCKED = "locked memory";
    private static final String LIMITS = "proc/self/limits";
    private static final String UNLIMITED = "unlimited";

    /** Connections, journal files, libraries: some hundred; a service manager's usual limit is 1,024. */
    private static final long ENOUGH_FILES = 4_096;

    private final SystemTree tree;
    private final RunningJvm jvm;

    public LimitsCheck(final SystemTree tree, final RunningJvm jvm) {
        this.tree = tree;
        this.jvm = jvm;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                limit("Max open files")
                        .map(LimitsCheck::files)
                        .orElseGet(() -> Finding.unknown(FILES, tree.whyNot(LIMITS))),
                limit("Max locked memory")
                        .map(this::locked)
                        .orElseGet(() -> Finding.unknown(LOCKED, tree.whyNot(LIMITS))));
    }

    private static Finding files(final String limit) {
        if (limit.equals(UNLIMITED) || Long.parseLong(limit) >= ENOUGH_FILES) {
            return Finding.ok(FILES, limit);
        }
        return Finding.better(FILES, limit)
                .costing(
                        "when they are used up, nothing more can be opened: no connection, no next file of the journal")
                .changedBy(
                        "in the shell that starts it: ulimit -n 65536 (above the hard limit: as root)",
                        "to keep it: /etc/security/limits.conf, or LimitNOFILE= of a systemd unit");
    }

    private Finding locked(final String limit) {
        final String size = limit.equals(UNLIMITED) ? limit : Figures.bytes(Long.parseLong(limit));
        final long heap = jvm.option("MaxHeapSize")
                .filter(value -> value.matches("\\d{1,18}"))
                .map(Long::parseLong)
                .orElse(0L);
        if (!jvm.isOn("UseLargePages") || limit.equals(UNLIMITED) || Long.parseLong(limit) >= heap) {
            return Finding.ok(LOCKED, size + "; Millrace locks none");
        }
        return Finding.better(LOCKED, size + ", less than the heap, which is to lie in huge pages")
                .costing("the JVM may have to do without huge pages; " + Measured.NOT)
                .changedBy("in the shell that starts it: ulimit -l unlimited (above the hard limit: as root)");
    }

    /** The soft limit: name, soft limit, hard limit and unit are set apart by two spaces or more. */
    private Optional<String> limit(final String name) {
        return tree.lines(LIMITS).stream()
                .map(line -> line.split(" {2,}"))
                .filter(words -> words.length > 2 && words[0].equals(name))
                .map(words -> words[1])
                .filter(value -> value.equals(UNLIMITED) || value.matches("\\d{1,18}"))
                .findFirst();
    }
}
