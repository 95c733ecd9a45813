package io.millrace.report.figure;

import io.millrace.report.results.MeasuredRun;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The latency runs of one flow. Those of different flows are never drawn in one plot: they do different work.
 *
 * @param flow what each record went through
 * @param runs by rate, then by name
 * @param series the same runs by what was measured
 */
public record FlowRuns(String flow, List<MeasuredRun> runs, List<Series> series) {
    /** Copies the lists. */
    public FlowRuns {
        runs = List.copyOf(runs);
        series = List.copyOf(series);
    }

    /** All runs, by flow in the order in which flows first appear. */
    public static List<FlowRuns> of(final List<MeasuredRun> runs) {
        final List<FlowRuns> flows = new ArrayList<>();
        for (final String flow :
                runs.stream().map(run -> run.run().setup().flow()).distinct().toList()) {
            final List<MeasuredRun> its = runs.stream()
                    .filter(run -> run.run().setup().flow().equals(flow))
                    .sorted(Comparator.comparingLong(
                                    (MeasuredRun run) -> run.run().load().ratePerSecond())
                            .thenComparing(MeasuredRun::name))
                    .toList();
            flows.add(new FlowRuns(flow, its, Series.of(its)));
        }
        return flows;
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
