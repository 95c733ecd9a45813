package io.millrace.report.figure;

import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.RunSetup;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** A part of what a run measured, as it is put in words: what all runs share is told once, what sets them apart with each. */
public enum Feature {
    /** What ran. */
    FLOW,
    /** How it was laid out on threads. */
    LAYOUT,
    /** How durable its journal was. */
    JOURNAL,
    /** How its threads waited. */
    WAIT,
    /** How many were busy. */
    THREADS,
    /** Where they ran. */
    PINNED,
    /** Which collector they had. */
    GC,
    /** Which JDK. */
    JDK,
    /** When its records came. */
    ARRIVALS,
    /** What its latencies are counted from. */
    FROM;

    /** Those in which runs differ; the layout always counts as one. */
    public static Set<Feature> telling(final Collection<MeasuredRun> runs) {
        final Set<Feature> telling = EnumSet.of(LAYOUT);
        for (final Feature feature : values()) {
            if (runs.stream()
                            .map(run -> feature.of(run.run().setup()))
                            .distinct()
                            .count()
                    > 1) {
                telling.add(feature);
            }
        }
        return telling;
    }

    /** These features of a run, in words. */
    public static String describe(final RunSetup setup, final Collection<Feature> features) {
        return features.stream().map(feature -> feature.of(setup)).collect(Collectors.joining(", "));
    }

    private String of(final RunSetup setup) {
        return switch (this) {
            case FLOW -> setup.flow();
            case LAYOUT -> setup.layout();
            case JOURNAL -> "journal " + setup.journal();
            case WAIT -> setup.waitStrategy();
            case THREADS -> setup.threads() == 1 ? "1 thread" : setup.threads() + " threads";
            case PINNED -> "no".equals(setup.pinned()) ? "not pinned" : "pinned to " + setup.pinned();
            case GC -> setup.gc() + " GC";
            case JDK -> "JDK " + setup.jdk();
            case ARRIVALS -> "arrivals " + setup.arrivals();
            case FROM -> "from " + setup.from().text();
        };
    }
}
