package io.millrace.bench.closing;

import io.millrace.report.figure.Quantity;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.Ratio;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What was compared with what, how it came out, and how to read it, as plain text of a hundred columns.
 *
 * <p>Thread: one. Deterministic: equal figures give equal lines.
 */
public final class ClosingTable {
    private static final String LATENCY_ROW = "  %-50s %10s %10s %10s %10s";
    private static final int NAME_WIDTH = 50;
    private static final double MEDIAN = 50;
    private static final double P99 = 99;
    private static final double P999 = 99.9;

    private final List<String> lines = new ArrayList<>();
    private final boolean rough;

    /** @param rough whether this was a quick look */
    public ClosingTable(final boolean rough) {
        this.rough = rough;
    }

    /** All lines. */
    public List<String> of(
            final MachineContext context,
            final List<Ratio> ratios,
            final List<MeasuredRun> latency,
            final MachineLoad load) {
        lines.clear();
        head(context);
        if (!ratios.isEmpty()) {
            ratios(ratios);
        }
        if (!latency.isEmpty()) {
            latency(latency);
        }
        if (!ratios.isEmpty() || !latency.isEmpty()) {
            reading(ratios, latency);
        }
        doubts(context, load);
        return List.copyOf(lines);
    }

    private void head(final MachineContext context) {
        blank();
        lines.add("Millrace " + context.commit() + " on "
                + context.machine().cpu() + ", "
                + context.machine().processors() + " processors"
                + (context.machine().isVirtual() ? " (virtual)" : "") + ", JDK "
                + context.jvm().version());
    }

    private void ratios(final List<Ratio> ratios) {
        blank();
        lines.add(row("", "ns/event", "ns/event", "", ""));
        lines.add(row("both did the same work on the same data", "Millrace", "other", "Millrace is", "the target"));
        String heading = "";
        for (final Ratio ratio : ratios) {
            final String its = ratio.group() + ": " + ratio.subject().label() + ", against "
                    + ratio.baseline().label();
            if (!its.equals(heading)) {
                blank();
                lines.add(its);
                heading = its;
            }
            lines.add(row(
                    ratio.name(),
                    Quantity.significant(ratio.subject().nanosPerOp()),
                    Quantity.significant(ratio.baseline().nanosPerOp()),
                    InWords.of(ratio),
                    InWords.target(ratio)));
        }
    }

    private static String row(
            final String name, final String ours, final String other, final String is, final String target) {
        return String.format(Locale.ROOT, "  %-50s %8s %8s  %-16s %s", shortened(name), ours, other, is, target)
                .stripTrailing();
    }

    private void latency(final List<MeasuredRun> runs) {
        blank();
        lines.add(String.format(
                Locale.ROOT,
                LATENCY_ROW,
                "Latency in microseconds, from when an event was due",
                "p50",
                "p99",
                "p99.9",
                "max"));
        for (final MeasuredRun run : runs) {
            final String name =
                    run.run().title() + ", " + Quantity.rate(run.run().load().ratePerSecond());
            lines.add(
                    run.count() == 0
                            ? "  " + name + ": nothing recorded"
                            : String.format(
                                    Locale.ROOT,
                                    LATENCY_ROW,
                                    shortened(name),
                                    Quantity.micros(run.at(MEDIAN)),
                                    Quantity.micros(run.at(P99)),
                                    Quantity.micros(run.at(P999)),
                                    Quantity.micros(run.max())));
        }
    }

    private static String shortened(final String text) {
        return text.length() <= NAME_WIDTH ? text : text.substring(0, NAME_WIDTH - 3) + "...";
    }

    private void reading(final List<Ratio> ratios, final List<MeasuredRun> latency) {
        blank();
        lines.add("How to read it");
        if (!ratios.isEmpty()) {
            lines.add(
                    "  ns/event: nanoseconds that one event costs, less is better. 100 ns are ten million events a second.");
            lines.add("  An event is a trade; where frames are decoded, it is a message of the exchange.");
            lines.add(
                    "  The words compare both sides within this run: they hold on other machines, nanoseconds do not.");
        }
        if (!latency.isEmpty()) {
            lines.add(
                    "  p99: 99 of 100 events took no longer, waiting included. The tail (p99.9, max) is mostly the system's.");
        }
        if (rough) {
            lines.add(
                    "  A quick look is rough: take a difference of 10 % for none. Without --quick it is measured properly.");
        }
    }

    private void doubts(final MachineContext context, final MachineLoad load) {
        blank();
        lines.add("What would make it wrong");
        if (load.known()) {
            lines.add("  Other programs at work:    "
                    + seen(load.foreignPercent(), load.isForeignNoticeable(), "stop them and repeat"));
            lines.add("  A hypervisor that is busy: "
                    + seen(load.stealPercent(), load.isStealNoticeable(), "repeat at another time"));
        } else {
            lines.add(
                    "  Other programs at work, a hypervisor that is busy: this system does not tell. Repeat, and compare.");
        }
        if (context.commit().endsWith("-dirty")) {
            lines.add("  Sources that were changed: seen: they are not those of the commit above.");
        }
    }

    private static String seen(final double percent, final boolean noticeable, final String remedy) {
        final String share = String.format(Locale.ROOT, "%.1f %% of the processors' time", percent);
        return noticeable ? "SEEN, " + share + ": figures are doubtful, " + remedy + "." : "not seen (" + share + ").";
    }

    private void blank() {
        lines.add("");
    }
}
