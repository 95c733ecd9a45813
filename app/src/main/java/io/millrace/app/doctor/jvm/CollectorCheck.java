package io.millrace.app.doctor.jvm;

import io.millrace.app.doctor.finding.Check;
import io.millrace.app.doctor.finding.Finding;
import io.millrace.app.doctor.finding.Measured;
import java.util.List;
import java.util.Optional;

/** Which garbage collector. A flow makes no garbage as long as its functions make none. */
public final class CollectorCheck implements Check {
    private static final String SUBJECT = "garbage collector";
    private static final String FOR_GARBAGE =
            "if functions of the flow make garbage, on JDK 21 and newer: MILLRACE_JAVA_OPTS='-XX:-UseSerialGC -XX:+UseZGC'";

    /** From here on ZGC has generations. */
    private static final int GENERATIONS = 21;

    private final RunningJvm jvm;

    public CollectorCheck(final RunningJvm jvm) {
        this.jvm = jvm;
    }

    @Override
    public List<Finding> look() {
        final Optional<String> collector = jvm.collector();
        return List.of(collector
                .map(this::finding)
                .orElseGet(() -> Finding.unknown(SUBJECT, "this JVM does not say which one: only HotSpot does")));
    }

    private Finding finding(final String name) {
        final String[] remedy = {
            "run with -XX:+UseSerialGC, as config/jvm.options has it, and without -XX:+Use" + name + "GC", FOR_GARBAGE
        };
        return switch (name) {
            case "Serial" -> Finding.ok(SUBJECT, "Serial: right for a flow that makes no garbage");
            case "Z" ->
                jvm.feature() >= GENERATIONS
                        ? Finding.ok(SUBJECT, "Z: right if functions of the flow make garbage")
                        : Finding.better(SUBJECT, "Z without generations, which it has from JDK " + GENERATIONS + " on")
                                .costing(Measured.NOT)
                                .changedBy(remedy);
            case "Epsilon" ->
                Finding.better(SUBJECT, "Epsilon, which collects nothing: the JVM ends when the heap is full")
                        .costing(Measured.NO_GARBAGE)
                        .changedBy(remedy);
            case "Shenandoah" -> Finding.unknown(SUBJECT, "Shenandoah, with which nothing was measured");
            default ->
                Finding.better(SUBJECT, name)
                        .costing(Measured.NO_GARBAGE, Measured.GARBAGE)
                        .changedBy(remedy);
        };
    }
}
