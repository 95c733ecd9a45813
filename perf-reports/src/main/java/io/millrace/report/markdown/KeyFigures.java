package io.millrace.report.markdown;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.results.MeasuredRun;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ReportException;
import io.millrace.report.results.Results;
import java.util.List;

/**
 * The figures that a README quotes: ratios that have a target, and percentiles of latency at constant rates, with their
 * origin. All else, and the context of each, is in the report.
 *
 * <p>Thread: one. Deterministic: equal results give equal bytes.
 */
public final class KeyFigures {
    /** First line of the block. */
    public static final String BEGIN = "<!-- key figures: generated from a results directory, do not edit -->";

    /** Last line of the block. */
    public static final String END = "<!-- end of key figures -->";

    private KeyFigures() {}

    /** The block, with its first and its last line, and a line break at the end. */
    public static String render(final Results results) {
        final StringBuilder out = new StringBuilder(BEGIN).append("\n\n");
        final List<Ratio> ratios = results.ratios().stream()
                .filter(ratio -> ratio.target().isSet())
                .toList();
        if (!ratios.isEmpty()) {
            Tables.keyRatios(out, ratios);
            out.append('\n');
        }
        final List<MeasuredRun> latency = FlowRuns.plain(results.latency());
        if (!latency.isEmpty()) {
            out.append("Latency in microseconds, from the intended send time:\n\n");
            LatencyTables.percentiles(out, latency, results.context().machine());
            out.append('\n');
        }
        return out.append(Tables.origin(results.context()))
                .append("\n\n")
                .append(END)
                .append('\n')
                .toString();
    }

    /**
     * A text with the block that it holds replaced by a fresh one.
     *
     * @param text for example a README
     * @param source name of the text, for messages
     * @throws ReportException if the text holds no such block, or more than one
     */
    public static String replaceIn(final String text, final String source, final Results results) {
        final int begin = text.indexOf(BEGIN);
        final int end = text.indexOf(END);
        if (begin < 0 || end < begin || text.indexOf(BEGIN, begin + 1) >= 0 || text.indexOf(END, end + 1) >= 0) {
            throw new ReportException(source + ": must hold these two lines once, the key figures go between them:\n"
                    + BEGIN + "\n" + END);
        }
        return text.substring(0, begin)
                + render(results)
                + text.substring(end + END.length()).replaceFirst("^\r?\n", "");
    }
}
