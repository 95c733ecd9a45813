package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;

/** Whether processors keep their highest frequency. */
public final class GovernorCheck implements Check {
    private static final String SUBJECT = "frequency governor";
    private static final String FILE = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";
    private static final String PROCESSORS = "sys/devices/system/cpu";

    private final SystemTree tree;

    public GovernorCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        final List<String> governors = tree.names(PROCESSORS).stream()
                .filter(name -> name.matches("cpu\\d+"))
                .flatMap(name -> tree.line(PROCESSORS + "/" + name + "/cpufreq/scaling_governor").stream())
                .distinct()
                .sorted()
                .toList();
        if (governors.isEmpty()) {
            return List.of(Finding.unknown(SUBJECT, tree.whyNot(FILE) + "; under a hypervisor the host decides"));
        }
        final String found = String.join(", ", governors);
        if (governors.equals(List.of("performance"))) {
            return List.of(Finding.ok(SUBJECT, found));
        }
        return List.of(Finding.better(SUBJECT, found)
                .costing("the first records after a pause meet a slow processor; " + Measured.NOT)
                .changedBy("as root: cpupower frequency-set -g performance"));
    }
}
