package io.millrace.report.html;

import io.millrace.report.figure.Caveats;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.Results;
import java.util.List;

/** How this was measured, and what to make of it. */
final class MethodSection {
    private MethodSection() {}

    static void write(final Markup markup, final Results results) {
        markup.open("section", "id", "method").leaf("h2", "How this was measured");
        final List<String> caveats = Caveats.of(results.context());
        if (!caveats.isEmpty()) {
            markup.open("div", "class", "caveats").leaf("h3", "This machine").open("ul");
            caveats.forEach(caveat -> markup.leaf("li", caveat));
            markup.close().close();
        }
        markup.open("div", "class", "columns");
        if (!results.latency().isEmpty()) {
            part(
                    markup,
                    "Latency",
                    "The schedule of sending times is fixed before a run. A record's latency is counted from its place in"
                            + " that schedule, not from when the sender got round to it: a sender that was held up does not"
                            + " hide the delay (no coordinated omission).",
                    "Latencies go into an HdrHistogram of nanoseconds with three significant digits. All percentiles and"
                            + " curves here are read from the recorded histograms, none is taken from another text. A"
                            + " line ends where a run has no more records.",
                    "Steal, context switches, page faults, allocation, collections, safepoints, compilations and"
                            + " deoptimisations are those of the measured window, without warm-up: counters of the"
                            + " system and the JVM before and after it, and the JVM's own log, which is on for the"
                            + " window only and writes nothing where nothing happens.",
                    "A run is steady after the first interval from which on the median of each interval stays within 20 %"
                            + " of that of the measured window, counted from the start of the flow.");
        }
        if (!results.ratios().isEmpty()) {
            part(
                    markup,
                    "Ratios",
                    "Figures move from machine to machine and from hour to hour; ratios within one run hardly do. Subject and"
                            + " baseline are measured by turns in one process, and the ratio is taken over the pairs.");
        }
        if (!results.jmh().isEmpty()) {
            part(
                    markup,
                    "Benchmarks",
                    "JMH runs each benchmark in fresh JVMs, after warm-up. The error is half the 99.9 % confidence interval"
                            + " of the mean over all iterations. Less than 0.01 B/op is the profiler's own noise and shown"
                            + " as 0.",
                    "A benchmark measures one thing in a tight loop. What it leaves out (the journal, the hand-over between"
                            + " threads, caches filled by others) is in the latency runs.");
        }
        part(
                markup,
                "This report",
                "It is generated from the results directory, and refuses to be if a figure lacks a part of its context. The"
                        + " same results give the same bytes.");
        markup.close().close();
    }

    private static void part(final Markup markup, final String title, final String... paragraphs) {
        markup.open("div").leaf("h3", title);
        for (final String paragraph : paragraphs) {
            markup.leaf("p", paragraph);
        }
        markup.close();
    }
}
