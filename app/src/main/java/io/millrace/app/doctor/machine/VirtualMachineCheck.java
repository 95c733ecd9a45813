package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.terminal.Figures;
import java.util.List;
import java.util.Optional;

/** Whether a hypervisor is below the kernel, and whether memory that is free goes back to it. */
public final class VirtualMachineCheck implements Check {
    private static final String VIRTUAL = "virtual machine";
    private static final String REPORTING = "free page reporting";
    private static final String PROCESSOR = "proc/cpuinfo";
    private static final String NAME = "sys/hypervisor/type";
    private static final String MODULE = "sys/module/page_reporting";

    /** Some kernels count what was given back. */
    private static final String REPORTED_KIB = MODULE + "/parameters/reported_kib";

    private static final long KIB = 1024;

    private final SystemTree tree;

    public VirtualMachineCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        final Optional<Boolean> virtual = isVirtual();
        return List.of(virtual(virtual), reporting(virtual));
    }

    private Optional<Boolean> isVirtual() {
        if (tree.has(NAME)) {
            return Optional.of(true);
        }
        return tree.value(PROCESSOR, "flags")
                .map(flags -> List.of(flags.split(" ")).contains("hypervisor"));
    }

    private Finding virtual(final Optional<Boolean> virtual) {
        if (virtual.isEmpty()) {
            return Finding.unknown(VIRTUAL, tree.whyNot(PROCESSOR));
        }
        if (!virtual.get()) {
            return Finding.ok(VIRTUAL, "no");
        }
        return Finding.better(
                        VIRTUAL,
                        "yes" + tree.line(NAME).map(name -> ", " + name).orElse(""))
                .costing("the host may stop it at any time, see steal; " + Measured.NOT
                        + " against a machine of its own")
                .changedBy("use a machine of its own, or one with processors that are not shared");
    }

    private Finding reporting(final Optional<Boolean> virtual) {
        if (virtual.isPresent() && !virtual.get()) {
            return Finding.ok(REPORTING, "no: no virtual machine");
        }
        if (!tree.has(MODULE)) {
            return virtual.isPresent() ? Finding.ok(REPORTING, "no") : Finding.unknown(REPORTING, tree.whyNot(MODULE));
        }
        final Optional<Long> reported = tree.number(REPORTED_KIB);
        if (reported.isEmpty()) {
            return costly(
                    Finding.unknown(REPORTING, "the kernel can; whether the host asks for it can't be seen here"));
        }
        if (reported.get() == 0) {
            return Finding.ok(REPORTING, "nothing given back so far");
        }
        return costly(Finding.better(
                REPORTING, "on: " + Figures.bytes(reported.get() * KIB) + " given back to the host so far"));
    }

    private static Finding costly(final Finding finding) {
        return finding.costing(Measured.FRESH_PAGE, Measured.PAGES_THERE)
                .changedBy("on the host, for QEMU: -device virtio-balloon,free-page-reporting=off");
    }
}
