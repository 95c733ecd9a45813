package io.millrace.app.doctor.jvm;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import java.util.List;

/** Compact object headers: JDK-8380060. */
public final class CompactHeadersCheck implements Check {
    private static final String SUBJECT = "compact object headers";
    private static final String OPTION = "UseCompactObjectHeaders";

    private final RunningJvm jvm;

    public CompactHeadersCheck(final RunningJvm jvm) {
        this.jvm = jvm;
    }

    @Override
    public List<Finding> look() {
        if (!jvm.showsOptions()) {
            return List.of(Finding.unknown(SUBJECT, "this JVM does not show its options: only HotSpot does"));
        }
        if (!jvm.isOn(OPTION)) {
            return List.of(Finding.ok(SUBJECT, "off"));
        }
        return List.of(Finding.bad(SUBJECT, "on")
                .costing("wrong data: compiled code may copy byte arrays wrongly, and nothing is said (JDK-8380060)")
                .changedBy("take -XX:+" + OPTION + " away, or add -XX:-" + OPTION + " to MILLRACE_JAVA_OPTS"));
    }
}
