package io.millrace.app.cli;

import io.millrace.app.flow.Durations;
import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.Rows;
import io.millrace.connectors.TextTarget;
import java.time.Duration;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a flow is told, and where its rows go. */
final class FlowOptions {
    private static final String CSV = "csv:";
    private static final String STANDARD_OUTPUT = "csv:-";

    @Option(names = "--interval", paramLabel = "TIME", description = "Length of a candle, such as 1s, 1m or 4h.")
    private Duration interval;

    @Option(
            names = "--late-by",
            paramLabel = "TIME",
            description = "How long candles wait for trades that come late, such as 500ms.")
    private Duration lateBy;

    @Option(
            names = "--empty-candles",
            description = "A candle for intervals without trades, too, flat at the close before; written when the next"
                    + " one closes.")
    private boolean emptyCandles;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description =
                    "Levels of a side of a book. Default: 5 are shown; those of the venue's usual stream are kept.")
    private int depth;

    @Mixin
    private ParallelOption parallel;

    @Option(
            names = "--output",
            paramLabel = "csv:FILE",
            description = "File for the rows, new, or the one that the journal goes on with; csv:- is standard output."
                    + " Default: csv:-.")
    private String output;

    /** The settings, with others where nothing was said. */
    FlowSettings settings(final FlowSettings others) {
        return others.with(interval, lateBy)
                .emptyCandles(emptyCandles || others.emptyCandles())
                .depth(depth != 0 ? depth : others.depth())
                .parallel(parallel.parts());
    }

    /**
     * Where rows go; checked, so that nothing is begun that can't be ended.
     *
     * @param continues whether the run goes on with a journal, and its file with it
     */
    Rows output(final boolean continues) {
        final String name = outputName();
        if (!name.startsWith(CSV) || name.length() == CSV.length()) {
            throw new Use("--output " + name + ": write csv:FILE, or csv:- for standard output");
        }
        final TextTarget target = TextTarget.of(name.substring(CSV.length()));
        target.check(continues);
        return Rows.csv(target);
    }

    /** The output as it was written. */
    String outputName() {
        return isOutputGiven() ? output : STANDARD_OUTPUT;
    }

    /** Whether it was said where rows go. */
    boolean isOutputGiven() {
        return output != null;
    }

    /** What the flow was told, as it was written. */
    String asGiven() {
        return (interval == null ? "" : " --interval " + Durations.text(interval))
                + (lateBy == null ? "" : " --late-by " + Durations.text(lateBy))
                + (emptyCandles ? " --empty-candles" : "")
                + (depth == 0 ? "" : " --depth " + depth);
    }
}
