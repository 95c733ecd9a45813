package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;
import java.util.Optional;

/** Whether some processors are left alone by the scheduler, and by its tick. */
public final class IsolationCheck implements Check {
    private static final String ISOLATED = "isolated processors";
    private static final String TICKLESS = "processors without a tick";
    private static final String ISOLATED_FILE = "sys/devices/system/cpu/isolated";
    private static final String TICKLESS_FILE = "sys/devices/system/cpu/nohz_full";

    /** Two for a flow, two for the rest. */
    private static final int WORTH_DIVIDING = 4;

    private static final String[] PARAMETERS = {
        "kernel parameters, for processors 2 and 3: isolcpus=managed_irq,domain,2-3 nohz_full=2-3 rcu_nocbs=2-3",
        "as root: put them into GRUB_CMDLINE_LINUX of /etc/default/grub, then: update-grub && reboot",
        "then run with --pin 2,3, since the scheduler puts nothing there by itself"
    };
    private static final String TOO_FEW = "needs a machine with " + WORTH_DIVIDING
            + " processors or more: with fewer, leave one free and isolate none";

    private final SystemTree tree;
    private final int processors;

    /**
     * @param processors that this JVM may use
     */
    public IsolationCheck(final SystemTree tree, final int processors) {
        this.tree = tree;
        this.processors = processors;
    }

    @Override
    public List<Finding> look() {
        final Optional<String> isolated = tree.line(ISOLATED_FILE);
        return List.of(
                isolated.map(list -> finding(ISOLATED, list, Measured.HELD_UP + "; with isolated ones " + Measured.NOT))
                        .orElseGet(() -> Finding.unknown(ISOLATED, tree.whyNot(ISOLATED_FILE))),
                tree.line(TICKLESS_FILE)
                        // A kernel that can't do it has no such file.
                        .or(() -> isolated.map(list -> ""))
                        .map(list -> finding(TICKLESS, list, "a short interruption with each tick; " + Measured.NOT))
                        .orElseGet(() -> Finding.unknown(TICKLESS, tree.whyNot(TICKLESS_FILE))));
    }

    private Finding finding(final String subject, final String list, final String cost) {
        // Some kernels write "(null)" for none.
        if (!list.isEmpty() && !list.startsWith("(")) {
            return Finding.ok(subject, list);
        }
        final boolean canDivide = processors >= WORTH_DIVIDING;
        return Finding.better(subject, "none").costing(cost).changedBy(canDivide ? PARAMETERS : new String[] {TOO_FEW});
    }
}
