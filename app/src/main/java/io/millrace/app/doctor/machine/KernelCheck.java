package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long what interrupts a thread may keep its processor. */
public final class KernelCheck implements Check {
    private static final String TICK = "kernel tick";
    private static final String PREEMPTION = "preemption";
    private static final String PREEMPT = "preempt=";
    private static final String DYNAMIC = "CONFIG_PREEMPT_DYNAMIC";
    private static final long FAST = 1_000;
    private static final List<String> MODES = List.of("none", "voluntary", "lazy", "full");

    private final SystemTree tree;

    public KernelCheck(final SystemTree tree) {
        this.tree = tree;
    }

    @Override
    public List<Finding> look() {
        final KernelConfig config = new KernelConfig(tree);
        return List.of(tick(config), preemption(config));
    }

    private static Finding tick(final KernelConfig config) {
        final Optional<String> rate = config.value("CONFIG_HZ").filter(value -> value.matches("[1-9]\\d{0,8}"));
        if (rate.isEmpty()) {
            return Finding.unknown(TICK, config.whyNot());
        }
        final String found = "HZ=" + rate.get();
        if (Long.parseLong(rate.get()) >= FAST) {
            return Finding.ok(TICK, found);
        }
        return Finding.better(TICK, found)
                .costing(Measured.TICKS + "; with other rates " + Measured.NOT)
                .changedBy("leave a processor free, or use a kernel that was built with CONFIG_HZ=" + FAST);
    }

    private Finding preemption(final KernelConfig config) {
        final Optional<String> mode = atStart().or(() -> built(config));
        if (mode.isEmpty()) {
            return Finding.unknown(PREEMPTION, config.whyNot());
        }
        final String found = mode.get();
        if (!found.equals("none") && !found.equals("voluntary")) {
            return Finding.ok(PREEMPTION, found);
        }
        return Finding.better(PREEMPTION, found)
                .costing("a thread that wakes up waits while another is in the kernel; " + Measured.NOT
                        + " against full")
                .changedBy(
                        config.isOn(DYNAMIC)
                                ? new String[] {
                                    "kernel parameter: preempt=full",
                                    "as root, until the next start: echo full > /sys/kernel/debug/sched/preempt"
                                }
                                : new String[] {"use a kernel that was built with CONFIG_PREEMPT or CONFIG_PREEMPT_RT"
                                });
    }

    /** What the kernel was told when it started. */
    private Optional<String> atStart() {
        return tree.line("proc/cmdline").stream()
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .filter(word -> word.startsWith(PREEMPT))
                .map(word -> word.substring(PREEMPT.length()))
                .filter(MODES::contains)
                .reduce((first, last) -> last);
    }

    private static Optional<String> built(final KernelConfig config) {
        return Stream.of(
                        new String[] {"CONFIG_PREEMPT_RT", "real time"},
                        new String[] {"CONFIG_PREEMPT_NONE", "none"},
                        new String[] {"CONFIG_PREEMPT_VOLUNTARY", "voluntary"},
                        new String[] {"CONFIG_PREEMPT_LAZY", "lazy"},
                        new String[] {"CONFIG_PREEMPT", "full"})
                .filter(mode -> config.isOn(mode[0]))
                .map(mode -> mode[1])
                .findFirst();
    }
}
