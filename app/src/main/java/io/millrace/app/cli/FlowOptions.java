package io.millrace.app.cli;

import io.millrace.app.flow.CandleRows;
import io.millrace.app.flow.Durations;
import io.millrace.app.flow.FlowSettings;
import io.millrace.connectors.CsvSink;
import io.millrace.connectors.TextTarget;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.market.Candle;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What a flow is told, and where its candles go. */
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

    @Mixin
    private ParallelOption parallel;

    @Option(
            names = "--output",
            paramLabel = "csv:FILE",
            description =
                    "File for the candles, new, or the one that the journal goes on with; csv:- is standard output."
                            + " Default: csv:-.")
    private String output;

    /** The settings, with those of a journal's head where nothing was said. */
    FlowSettings settings(final Map<String, String> defaults) {
        return FlowSettings.of(interval, lateBy, parallel.parts(), defaults);
    }

    /**
     * Where candles go; checked, so that nothing is begun that can't be ended.
     *
     * @param continues whether the run goes on with a journal, and its file with it
     */
    SinkFactory<Candle> output(final boolean continues) {
        final String name = outputName();
        if (!name.startsWith(CSV) || name.length() == CSV.length()) {
            throw new Use("--output " + name + ": write csv:FILE, or csv:- for standard output");
        }
        final TextTarget target = TextTarget.of(name.substring(CSV.length()));
        target.check(continues);
        return CsvSink.to(target, CandleRows::new);
    }

    /** The output as it was written. */
    String outputName() {
        return isOutputGiven() ? output : STANDARD_OUTPUT;
    }

    /** Whether it was said where candles go. */
    boolean isOutputGiven() {
        return output != null;
    }

    /** What the flow was told, as it was written. */
    String asGiven() {
        return (interval == null ? "" : " --interval " + Durations.text(interval))
                + (lateBy == null ? "" : " --late-by " + Durations.text(lateBy));
    }
}
