package io.millrace.report.figure;

import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.RunSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The runs of one flow that differ only in their rate: one line in a plot over rates, one colour everywhere.
 *
 * @param index place among the series of its flow, from 0
 * @param label what sets it apart from the others
 * @param runs its runs, by rate, then by name
 */
public record Series(int index, String label, List<MeasuredRun> runs) {
    /** Copies the runs. */
    public Series {
        runs = List.copyOf(runs);
    }

    /** The series of the runs of one flow, in the order in which they first appear. */
    static List<Series> of(final List<MeasuredRun> runs) {
        final List<RunSetup> setups =
                runs.stream().map(run -> run.run().setup()).distinct().toList();
        final Set<Feature> telling = Feature.telling(runs);
        final List<Series> series = new ArrayList<>();
        for (final RunSetup setup : setups) {
            series.add(new Series(
                    series.size(),
                    Feature.describe(setup, telling),
                    runs.stream().filter(run -> run.run().setup().equals(setup)).toList()));
        }
        return series;
    }
}
