package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;

/** What the kernel does against faults of the processor, which makes its entry and exit slower. */
public final class MitigationsCheck implements Check {
    private static final String SUBJECT = "mitigations";
    private static final String DIRECTORY = "sys/devices/system/cpu/vulnerabilities";

    private final SystemTree tree;

    public MitigationsCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        final List<String> faults = tree.names(DIRECTORY);
        if (faults.isEmpty()) {
            return List.of(Finding.unknown(SUBJECT, tree.whyNot(DIRECTORY)));
        }
        final List<String> active = faults.stream()
                .filter(name -> tree.line(DIRECTORY + "/" + name).orElse("").startsWith("Mitigation"))
                .toList();
        if (active.isEmpty()) {
            return List.of(Finding.ok(SUBJECT, "none active"));
        }
        return List.of(Finding.better(SUBJECT, "active: " + String.join(", ", active))
                .costing("each page fault, system call and interrupt takes longer; " + Measured.NOT)
                .changedBy(
                        "kernel parameter: mitigations=off",
                        "as root: put it into GRUB_CMDLINE_LINUX of /etc/default/grub, then: update-grub && reboot",
                        "only where nobody else's code runs: it takes a protection away"));
    }
}
