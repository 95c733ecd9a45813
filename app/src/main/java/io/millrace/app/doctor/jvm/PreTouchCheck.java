package io.millrace.app.doctor.jvm;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import io.millrace.app.terminal.Figures;
import java.util.List;
import java.util.Optional;

/** Whether the pages of the heap are there before they are needed. */
public final class PreTouchCheck implements Check {
    private static final String SUBJECT = "pages of the heap";
    private static final String[] REMEDY = {
        "MILLRACE_JAVA_OPTS='-Xms1g -Xmx1g -XX:+AlwaysPreTouch' ./millrace ...",
        "with as much as your flow needs; the start takes longer by the time in which the system clears it"
    };

    private final RunningJvm jvm;

    public PreTouchCheck(final RunningJvm jvm) {
        this.jvm = jvm;
    }

    @Override
    public List<Finding> look() {
        final Optional<Long> most = bytes("MaxHeapSize");
        final Optional<Long> first = bytes("InitialHeapSize");
        if (most.isEmpty() || first.isEmpty()) {
            return List.of(Finding.unknown(SUBJECT, "this JVM does not show its options: only HotSpot does"));
        }
        final String cost = Measured.FRESH_PAGE + "; for a heap " + Measured.NOT;
        if (!jvm.isOn("AlwaysPreTouch")) {
            return List.of(Finding.better(SUBJECT, "AlwaysPreTouch is off: each page is made at its first use")
                    .costing(cost)
                    .changedBy(REMEDY));
        }
        if (first.get() < most.get()) {
            return List.of(Finding.better(
                            SUBJECT,
                            "touched at the start, but only " + Figures.bytes(first.get()) + " of "
                                    + Figures.bytes(most.get()) + ": -Xms is less than -Xmx")
                    .costing(cost)
                    .changedBy(REMEDY));
        }
        return List.of(Finding.ok(SUBJECT, "touched at the start, " + Figures.bytes(most.get())));
    }

    private Optional<Long> bytes(final String option) {
        return jvm.option(option).filter(value -> value.matches("\\d{1,18}")).map(Long::parseLong);
    }
}
