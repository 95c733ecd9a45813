package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;

/** When the kernel makes large pages by itself. */
public final class HugePagesCheck implements Check {
    private static final String MEMORY = "transparent huge pages";
    private static final String DIRECTORY = "sys/kernel/mm/transparent_hugepage/";

    private final SystemTree tree;

    public HugePagesCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        return List.of(tree.chosen(DIRECTORY + "enabled")
                .map(HugePagesCheck::memory)
                .orElseGet(() -> Finding.unknown(MEMORY, tree.whyNot(DIRECTORY + "enabled"))));
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
}
