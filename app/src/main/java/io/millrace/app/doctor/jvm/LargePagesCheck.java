package io.millrace.app.doctor.jvm;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.doctor.machine.SystemTree;
import java.util.List;
import java.util.Optional;

/** Whether huge pages are reserved, and whether the JVM uses them. */
public final class LargePagesCheck implements Check {
    private static final String SUBJECT = "reserved huge pages";
    private static final String MEMORY = "proc/meminfo";

    private final SystemTree tree;
    private final RunningJvm jvm;

    public LargePagesCheck(final SystemTree tree, final RunningJvm jvm) {
        this.tree = tree;
        this.jvm = jvm;
    }

    @Override
    public List<Finding> look() {
        final Optional<Long> reserved = tree.amount(MEMORY, "HugePages_Total");
        if (reserved.isEmpty()) {
            return List.of(Finding.unknown(SUBJECT, tree.whyNot(MEMORY)));
        }
        // The transparent ones are made when they are needed, from what is free.
        final boolean used = jvm.isOn("UseLargePages") && !jvm.isOn("UseTransparentHugePages");
        if (used == reserved.get() > 0) {
            return List.of(Finding.ok(
                    SUBJECT, used ? reserved.get() + ", which the JVM uses" : "none, and the JVM wants none"));
        }
        if (used) {
            return List.of(Finding.better(SUBJECT, "none, but the JVM was told to use them: it runs without")
                    .costing("more misses of the address cache; " + Measured.NOT)
                    .changedBy("as root: sysctl vm.nr_hugepages=512 (1 GiB), or take -XX:+UseLargePages away"));
        }
        return List.of(Finding.better(SUBJECT, reserved.get() + ", but the JVM does not use them")
                .costing("memory that nobody else gets; " + Measured.NOT)
                .changedBy(
                        "MILLRACE_JAVA_OPTS='-XX:+UseLargePages' ./millrace ...",
                        "or, as root: sysctl vm.nr_hugepages=0"));
    }
}
