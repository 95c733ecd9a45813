package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** When the kernel makes large pages by itself. */
public final class HugePagesCheck implements Check {
    private static final String MEMORY = "transparent huge pages";
    private static final String SHARED = "huge pages of tmpfs";
    private static final String DIRECTORY = "sys/kernel/mm/transparent_hugepage/";
    private static final Set<String> SMALL = Set.of("never", "deny", "advise");

    private final SystemTree tree;

    public HugePagesCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        return List.of(
                tree.chosen(DIRECTORY + "enabled")
                        .map(HugePagesCheck::memory)
                        .orElseGet(() -> Finding.unknown(MEMORY, tree.whyNot(DIRECTORY + "enabled"))),
                shared(tree.chosen(DIRECTORY + "shmem_enabled")));
    }

    private static Finding memory(final String mode) {
        if (!mode.equals("always")) {
            return Finding.ok(MEMORY, mode);
        }
        return Finding.better(MEMORY, mode)
                .costing("a thread may wait while the kernel clears or gathers 2 MiB; " + Measured.NOT)
                .changedBy(
                        "as root: echo madvise > /" + DIRECTORY + "enabled",
                        "to keep it, kernel parameter: transparent_hugepage=madvise");
    }

    private Finding shared(final Optional<String> mode) {
        if (mode.isEmpty()) {
            return Finding.unknown(SHARED, tree.whyNot(DIRECTORY + "shmem_enabled"));
        }
        if (SMALL.contains(mode.get())) {
            return Finding.ok(SHARED, mode.get() + ": a journal in /dev/shm has pages of 4 KiB");
        }
        return Finding.unknown(
                        SHARED,
                        mode.get() + ": a journal in /dev/shm meets fewer page faults, each of which clears 2 MiB")
                .costing(Measured.NOT + ": pages of 4 KiB are what our figures were taken with")
                .changedBy("as root: echo never > /" + DIRECTORY + "shmem_enabled");
    }
}
