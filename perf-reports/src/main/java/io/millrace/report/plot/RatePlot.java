package io.millrace.report.plot;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Percentile;
import io.millrace.report.figure.Quantity;
import io.millrace.report.figure.Series;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.MeasuredRun;
import java.util.ArrayList;
import java.util.List;

/** Latency over the offered rate: one line per series of one flow, one panel per percentile. */
public final class RatePlot {
    /** Room that a label takes. */
    private static final double LABEL_WIDTH = 58;

    private static final double INSET = 22;

    private final FlowRuns flow;
    private final LatencyAxis latency;
    private final LogScale rates;

    /** For the runs of one flow, of which there must be one at least. */
    public RatePlot(final FlowRuns flow) {
        this.flow = flow;
        latency = LatencyAxis.of(
                flow,
                Percentile.OVER_RATES.get(Percentile.OVER_RATES.size() - 1).percent());
        final List<Long> offered = flow.rates();
        rates = new LogScale(
                (double) offered.get(0),
                (double) offered.get(offered.size() - 1),
                Panel.LEFT + INSET,
                Panel.RIGHT - INSET);
    }

    /** Draws the panel of one percentile. */
    public void draw(final Markup markup, final Percentile percentile) {
        Panel.open(
                markup,
                percentile.label() + " over the offered rate; the table below has the figures",
                "offered rate, records per second",
                rateTicks(),
                latency.ticks());
        flow.series().forEach(series -> line(markup, series, percentile));
        markup.close();
    }

    private List<Tick> rateTicks() {
        final List<Tick> ticks = new ArrayList<>();
        double free = 0;
        for (final long rate : flow.rates()) {
            final double at = rates.at((double) rate);
            final boolean hasRoom = at - LABEL_WIDTH / 2 >= free;
            ticks.add(new Tick(at, hasRoom ? Quantity.rate(rate) : ""));
            free = hasRoom ? at + LABEL_WIDTH / 2 : free;
        }
        return ticks;
    }

    private void line(final Markup markup, final Series series, final Percentile percentile) {
        markup.open("g", "class", Marker.colour(series.index()));
        final StringBuilder path = new StringBuilder();
        for (final long rate : flow.rates()) {
            final List<Long> values = series.runs().stream()
                    .filter(run -> run.run().load().ratePerSecond() == rate && run.count() > 0)
                    .map(run -> run.at(percentile.percent()))
                    .sorted()
                    .toList();
            if (!values.isEmpty()) {
                // Through the median of repeated runs, never through the best one.
                path.append(path.length() == 0 ? "M" : "L")
                        .append(Coordinates.pair(rates.at((double) rate), latency.at(values.get(values.size() / 2))));
            }
        }
        if (path.length() > 0) {
            markup.empty("path", "class", "line", "d", path.toString());
        }
        series.runs().stream().filter(run -> run.count() > 0).forEach(run -> point(markup, series, run, percentile));
        markup.close();
    }

    private void point(final Markup markup, final Series series, final MeasuredRun run, final Percentile percentile) {
        final long value = run.at(percentile.percent());
        Marker.of(series.index())
                .draw(
                        markup,
                        rates.at((double) run.run().load().ratePerSecond()),
                        latency.at(value),
                        run.run().title() + ", " + percentile.label() + ": " + Quantity.duration(value));
    }
}
