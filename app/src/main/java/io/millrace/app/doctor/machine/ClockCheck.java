package io.millrace.app.doctor.machine;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoubleSupplier;

/** What the time is read from: the ingress reads it for each batch. */
public final class ClockCheck implements Check {
    private static final String SUBJECT = "clock source";
    private static final String DIRECTORY = "sys/devices/system/clocksource/clocksource0/";
    private static final String CURRENT = DIRECTORY + "current_clocksource";

    /** Counters of the processor itself, read without entering the kernel. */
    private static final Set<String> GOOD = Set.of("tsc", "arch_sys_counter");

    /** Read without entering the kernel, too, by what the hypervisor says about the counter. */
    private static final Set<String> FAIR = Set.of("kvm-clock", "hyperv_clocksource_tsc_page");

    private final SystemTree tree;
    private final DoubleSupplier readingNanos;

    /**
     * @param readingNanos measures how long a reading takes, in nanoseconds
     */
    public ClockCheck(final SystemTree tree, final DoubleSupplier readingNanos) {
        this.tree = tree;
        this.readingNanos = readingNanos;
    }

    @Override
    public List<Finding> look() {
        final String reading = String.format(Locale.ROOT, "a reading takes %.0f ns now", readingNanos.getAsDouble());
        final String source = tree.line(CURRENT).orElse("");
        if (source.isEmpty()) {
            return List.of(Finding.unknown(SUBJECT, tree.whyNot(CURRENT) + "; " + reading));
        }
        final String found = source + ", " + reading;
        if (GOOD.contains(source)) {
            return List.of(Finding.ok(SUBJECT, found));
        }
        final Finding finding = FAIR.contains(source) ? Finding.better(SUBJECT, found) : Finding.bad(SUBJECT, found);
        return List.of(finding.costing(Measured.CLOCK + "; with " + source + " " + Measured.NOT)
                .changedBy(remedy()));
    }

    private String[] remedy() {
        final String available = tree.line(DIRECTORY + "available_clocksource").orElse("");
        if (List.of(available.split(" ")).contains("tsc")) {
            return new String[] {
                "as root: echo tsc > /" + CURRENT, "to keep it, kernel parameters: clocksource=tsc tsc=reliable"
            };
        }
        return new String[] {
            "the kernel offers " + (available.isEmpty() ? "no other" : "only " + available)
                    + "; as root: dmesg | grep -i tsc" + " says why",
            "under a hypervisor: let it show the guest an invariant tsc"
        };
    }
}
