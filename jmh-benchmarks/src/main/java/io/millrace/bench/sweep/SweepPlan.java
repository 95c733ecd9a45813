package io.millrace.bench.sweep;

import io.millrace.bench.child.Collector;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.latency.JournalLevel;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.WaitMode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a sweep measures.
 *
 * @param cases           ways of running the flow
 * @param rates           trades per second, ascending
 * @param warmUpSeconds   at each rate, before what counts
 * @param measuredSeconds at each rate
 */
record SweepPlan(List<SweepCase> cases, List<Long> rates, int warmUpSeconds, int measuredSeconds) {
    private static final List<WaitMode> WAITS = List.of(WaitMode.SPIN, WaitMode.YIELD, WaitMode.BACKOFF);

    /**
     * Plans.
     *
     * @param jvms JDKs and their collectors, at least one; the first is the one that all else is compared on
     */
    static SweepPlan of(final Effort effort, final List<JvmChoice> jvms) {
        final List<SweepCase> cases = new ArrayList<>();
        final JvmChoice usual = jvms.get(0);
        for (final JvmChoice jvm : jvms) {
            cases.add(new SweepCase(
                    Study.JVMS, jvm.home(), jvm.collector(), Layout.FUSED, WaitMode.SPIN, JournalLevel.PROCESS, false));
        }
        for (final JournalLevel journal : List.of(JournalLevel.OFF, JournalLevel.PROCESS)) {
            for (final Layout layout : Layout.values()) {
                final List<WaitMode> waits = effort == Effort.FULL ? WAITS : List.of(WaitMode.YIELD);
                for (final WaitMode wait : waits) {
                    cases.add(new SweepCase(
                            Study.LAYOUTS, usual.home(), usual.collector(), layout, wait, journal, false));
                }
            }
        }
        for (final JournalLevel journal : List.of(JournalLevel.PROCESS, JournalLevel.INTERVAL, JournalLevel.BATCH)) {
            final List<Layout> layouts = effort == Effort.FULL ? List.of(Layout.values()) : List.of(Layout.FUSED);
            for (final Layout layout : layouts) {
                final WaitMode wait = layout == Layout.FUSED ? WaitMode.SPIN : WaitMode.YIELD;
                cases.add(
                        new SweepCase(Study.DURABILITY, usual.home(), usual.collector(), layout, wait, journal, true));
            }
        }
        return switch (effort) {
            case FULL ->
                new SweepPlan(
                        cases,
                        List.of(50_000L, 100_000L, 200_000L, 500_000L, 1_000_000L, 2_000_000L, 4_000_000L),
                        2,
                        5);
            case QUICK -> new SweepPlan(cases, List.of(100_000L, 1_000_000L), 1, 1);
            case SMOKE -> new SweepPlan(cases.subList(0, 1), List.of(1_000L), 1, 1);
        };
    }

    /**
     * A JVM to measure on.
     *
     * @param home      of its JDK
     * @param collector its collector
     */
    record JvmChoice(Path home, Collector collector) {}
}
