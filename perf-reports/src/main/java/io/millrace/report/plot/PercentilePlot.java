package io.millrace.report.plot;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Quantity;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.MeasuredRun;

/** Latency over percentiles: one line per run of one flow at one rate. */
public final class PercentilePlot {
    /** Highest percentile that is drawn. */
    public static final double HIGHEST = 99.999;

    /** Enough that a line looks like the curve it stands for. */
    private static final int POINTS = 140;

    private final FlowRuns flow;
    private final LatencyAxis latency;
    private final PercentileScale percentiles = new PercentileScale(Panel.LEFT, Panel.RIGHT);

    /** For the runs of one flow. */
    public PercentilePlot(final FlowRuns flow) {
        this.flow = flow;
        latency = LatencyAxis.of(flow, HIGHEST);
    }

    /** Draws the panel of one rate. */
    public void draw(final Markup markup, final long rate) {
        Panel.open(
                markup,
                "Latency over percentiles at " + Quantity.rate(rate) + "; the table below has the figures",
                "percentile",
                percentiles.ticks(),
                latency.ticks());
        flow.at(rate).stream().filter(run -> run.count() > 0).forEach(run -> line(markup, run));
        markup.close();
    }

    private void line(final Markup markup, final MeasuredRun run) {
        final int series = flow.seriesOf(run).index();
        final double first = PercentileScale.firstNines();
        final double last = PercentileScale.lastNines(run.count());
        markup.open("g", "class", Marker.colour(series));
        if (last > first) {
            final StringBuilder path = new StringBuilder();
            for (int i = 0; i <= POINTS; i++) {
                final double nines = first + (last - first) * i / POINTS;
                path.append(i == 0 ? "M" : "L")
                        .append(Coordinates.pair(
                                percentiles.atNines(nines), latency.at(run.at(PercentileScale.percentile(nines)))));
            }
            markup.empty("path", "class", "line", "d", path.toString());
        }
        for (final double percentile : PercentileScale.MARKED) {
            final double nines = PercentileScale.nines(percentile);
            if (nines <= last + 1e-9) {
                Marker.of(series)
                        .draw(
                                markup,
                                percentiles.atNines(nines),
                                latency.at(run.at(percentile)),
                                run.run().title() + ", " + Quantity.percentile(percentile) + ": "
                                        + Quantity.duration(run.at(percentile)));
            }
        }
        markup.close();
    }
}
