package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.terminal.Figures;
import java.util.List;
import java.util.Optional;

/** Whether memory may be, or is, on a disk. */
public final class SwapCheck implements Check {
    private static final String SUBJECT = "swap";
    private static final String MEMORY = "proc/meminfo";
    private static final String SWAPPINESS = "proc/sys/vm/swappiness";
    private static final long KIB = 1024;

    /** The kernel's words for: only rather than end a process. */
    private static final long RELUCTANT = 1;

    private final SystemTree tree;

    public SwapCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        final Optional<Long> total = tree.amount(MEMORY, "SwapTotal");
        final Optional<Long> free = tree.amount(MEMORY, "SwapFree");
        if (total.isEmpty() || free.isEmpty()) {
            return List.of(Finding.unknown(SUBJECT, tree.whyNot(MEMORY)));
        }
        if (total.get() == 0) {
            return List.of(Finding.ok(SUBJECT, "none"));
        }
        final long used = total.get() - free.get();
        final String size = Figures.bytes(total.get() * KIB);
        if (used > 0) {
            return List.of(changed(
                    Finding.bad(SUBJECT, Figures.bytes(used * KIB) + " of " + size + " in use"),
                    "as root: swapoff -a"));
        }
        final Optional<Long> swappiness = tree.number(SWAPPINESS);
        if (swappiness.isPresent() && swappiness.get() <= RELUCTANT) {
            return List.of(Finding.ok(SUBJECT, size + ", none in use, swappiness " + swappiness.get()));
        }
        return List.of(changed(
                Finding.better(
                        SUBJECT,
                        size + ", none in use, swappiness "
                                + swappiness.map(Object::toString).orElse("unknown")),
                "as root: sysctl vm.swappiness=" + RELUCTANT + ", or swapoff -a"));
    }

    private static Finding changed(final Finding finding, final String command) {
        return finding.costing("a thread that needs a page from there waits for the disk; " + Measured.NOT)
                .changedBy(command, "to keep it: /etc/sysctl.d, /etc/fstab");
    }
}
