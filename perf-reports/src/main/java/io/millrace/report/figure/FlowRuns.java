package io.millrace.report.figure;

import io.millrace.report.results.LatencyStart;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.RunSetup;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The latency runs of one flow, of one study, with records that came alike. Others are never drawn in one plot: they do
 * different work.
 *
 * @param title what they have in common
 * @param runs by rate, then by name
 * @param series the same runs by what was measured
 */
public record FlowRuns(String title, List<MeasuredRun> runs, List<Series> series) {
    /** Copies the lists. */
    public FlowRuns {
        runs = List.copyOf(runs);
        series = List.copyOf(series);
    }

    /** All runs, by what they have in common, the usual runs first and constant arrivals first, then in the order in which they first appear. */
    public static List<FlowRuns> of(final List<MeasuredRun> runs) {
        final Map<String, List<MeasuredRun>> byTitle = new LinkedHashMap<>();
        runs.stream()
                .sorted(Comparator.comparing((MeasuredRun run) -> !isUsual(run)).thenComparing(run -> !isConstant(run)))
                .forEach(run -> byTitle.computeIfAbsent(title(run.run().setup()), title -> new ArrayList<>())
                        .add(run));
        final List<FlowRuns> flows = new ArrayList<>();
        byTitle.forEach((title, its) -> {
            its.sort(Comparator.comparingLong(
                            (MeasuredRun run) -> run.run().load().ratePerSecond())
                    .thenComparing(MeasuredRun::name));
            flows.add(new FlowRuns(title, its, Series.of(its)));
        });
        return flows;
    }

    /** Names of studies, in the order in which they first appear. */
    public static List<String> studies(final List<MeasuredRun> runs) {
        return runs.stream()
                .filter(run -> !isUsual(run))
                .map(run -> run.run().setup().study())
                .distinct()
                .toList();
    }

    /** Those runs that belong to no study of their own. */
    public static List<MeasuredRun> usual(final List<MeasuredRun> runs) {
        return runs.stream().filter(FlowRuns::isUsual).toList();
    }

    /** Those runs of them that are sent at a constant rate, and counted from when they were to be sent. */
    public static List<MeasuredRun> plain(final List<MeasuredRun> runs) {
        return usual(runs).stream()
                .filter(FlowRuns::isConstant)
                .filter(run -> run.run().setup().from() == LatencyStart.INTENDED_SEND)
                .toList();
    }

    private static boolean isUsual(final MeasuredRun run) {
        return run.run().setup().study().isEmpty();
    }

    private static boolean isConstant(final MeasuredRun run) {
        return run.run().setup().arrivals().equals(RunSetup.CONSTANT);
    }

    private static String title(final RunSetup setup) {
        return (setup.study().isEmpty() ? "" : setup.study() + ": ")
                + setup.flow()
                + (setup.arrivals().equals(RunSetup.CONSTANT) ? "" : "; arrivals: " + setup.arrivals());
    }

    /** Whether they belong to a study of their own. */
    public boolean isStudy() {
        return !isUsual(runs.get(0));
    }

    /** The offered rates, ascending. */
    public List<Long> rates() {
        return runs.stream()
                .map(run -> run.run().load().ratePerSecond())
                .distinct()
                .toList();
    }

    /** Runs at one rate. */
    public List<MeasuredRun> at(final long rate) {
        return runs.stream()
                .filter(run -> run.run().load().ratePerSecond() == rate)
                .toList();
    }

    /** The series that a run belongs to. */
    public Series seriesOf(final MeasuredRun run) {
        return series.stream()
                .filter(candidate -> candidate.runs().contains(run))
                .findFirst()
                .orElseThrow();
    }
}
