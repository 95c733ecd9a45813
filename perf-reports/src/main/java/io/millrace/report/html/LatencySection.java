package io.millrace.report.html;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Percentile;
import io.millrace.report.figure.Quantity;
import io.millrace.report.machine.Machine;
import io.millrace.report.markup.Markup;
import io.millrace.report.plot.PercentilePlot;
import io.millrace.report.plot.RatePlot;
import io.millrace.report.results.Results;

/** Latency: plots, percentiles and conditions of each flow. */
final class LatencySection {
    private LatencySection() {}

    static void write(final Markup markup, final Results results) {
        final Machine machine = results.context().machine();
        markup.open("section", "id", "latency").leaf("h2", "Latency");
        markup.leaf(
                "p",
                "From the time at which the schedule meant a record to be sent until its last effect, so that a stall counts"
                        + " for every record that it delayed; where a run says so, from when its frame had been read from a"
                        + " socket, which leaves out what delayed it before. Both scales of the plots are logarithmic.",
                "class",
                "note");
        for (final FlowRuns flow : FlowRuns.of(results.latency())) {
            markup.leaf("h3", (flow.isStudy() ? "" : "Flow: ") + flow.title());
            if (flow.isStudy()) {
                study(markup, flow, machine);
            } else {
                usual(markup, flow, machine);
            }
        }
        markup.close();
    }

    private static void usual(final Markup markup, final FlowRuns flow, final Machine machine) {
        Legend.write(markup, flow.series());
        percentilePlots(markup, flow);
        PercentileTable.write(markup, flow, machine);
        MarkLegend.write(markup, flow, machine);
        if (flow.rates().size() > 1) {
            markup.leaf("h4", "Over the offered rate");
            ratePlots(markup, flow);
        }
        markup.leaf("h4", "Service cost of the measured window");
        CostTable.write(markup, flow);
        markup.leaf("h4", "Conditions");
        ConditionTable.write(markup, flow);
    }

    /** Many runs that are to be compared: what comes out first, all else on demand. */
    private static void study(final Markup markup, final FlowRuns flow, final Machine machine) {
        if (flow.rates().size() > 1) {
            ratePlots(markup, flow);
            markup.leaf(
                    "p",
                    "A rate holds if p99 is at most a millisecond and at least 99 % of what was due was sent in time.",
                    "class",
                    "note");
            HeldTable.write(markup, flow);
        } else {
            PercentileTable.write(markup, flow, machine);
            MarkLegend.write(markup, flow, machine);
            markup.leaf("h4", "Service cost of the measured window");
            CostTable.write(markup, flow);
        }
        markup.open("details").leaf("summary", "All runs of this study");
        if (flow.rates().size() > 1) {
            PercentileTable.write(markup, flow, machine);
            MarkLegend.write(markup, flow, machine);
            markup.leaf("h4", "Service cost of the measured window");
            CostTable.write(markup, flow);
        }
        markup.leaf("h4", "Conditions");
        ConditionTable.write(markup, flow);
        markup.close();
    }

    private static void percentilePlots(final Markup markup, final FlowRuns flow) {
        final PercentilePlot plot = new PercentilePlot(flow);
        markup.open("div", "class", "panels");
        for (final long rate : flow.rates()) {
            markup.open("figure").leaf("figcaption", Quantity.rate(rate) + " offered");
            plot.draw(markup, rate);
            markup.close();
        }
        markup.close();
    }

    private static void ratePlots(final Markup markup, final FlowRuns flow) {
        final RatePlot plot = new RatePlot(flow);
        Legend.write(markup, flow.series());
        markup.open("div", "class", "panels");
        for (final Percentile percentile : Percentile.OVER_RATES) {
            markup.open("figure").leaf("figcaption", percentile.label());
            plot.draw(markup, percentile);
            markup.close();
        }
        markup.close();
    }
}
