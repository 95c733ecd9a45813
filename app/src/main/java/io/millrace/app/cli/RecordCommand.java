package io.millrace.app.cli;

import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.MarketFlow;
import io.millrace.app.flow.Rows;
import io.millrace.app.run.Launcher;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Progress;
import io.millrace.app.run.TimeLimit;
import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.Figures;
import io.millrace.app.terminal.StatusLine;
import io.millrace.engine.run.RunConfig;
import io.millrace.feed.VenueFeed;
import io.millrace.operators.Flow;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a venue's frames to a file, as they come. */
@Command(
        name = "record",
        sortOptions = false,
        description =
                "Write the frames of a venue to a file as they come, with the times at which they came: a capture,"
                        + " which every flow reads with --capture.")
final class RecordCommand implements Callable<Integer> {
    private final Console console;

    @Mixin
    private FeedOptions feed;

    @Option(
            names = "--raw",
            paramLabel = "FILE",
            required = true,
            description = "File for the frames, new; compressed by gzip.")
    private Path raw;

    @Option(
            names = "--depth",
            paramLabel = "N",
            description = "Levels of a side of a book. Default: those of the venue's usual stream.")
    private int depth;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "When it ends by itself, such as 1h. Default: when it is told to stop.")
    private Duration duration;

    RecordCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (feed.isCapture()) {
            throw new Use("--capture has been recorded already: to make a journal of it,"
                    + " ./millrace run record --venue … --capture … --journal DIR");
        }
        if (Files.exists(raw)) {
            throw new Use("--raw " + raw + ": there is such a file, name another one");
        }
        final FlowSettings settings = Use.of(() -> FlowSettings.USUAL.depth(depth));
        final VenueFeed input = feed.feed(depth);
        input.connections().recordTo(raw);
        final Flow flow = MarketFlow.RECORD.flow(input, settings, Rows.NOWHERE);
        final Outcome outcome;
        try (StatusLine line = new StatusLine(console)) {
            outcome = new Launcher(new TimeLimit(duration, new Progress(line))).unrecorded(flow, new RunConfig());
        }
        console.err()
                .println("record: " + Figures.count(outcome.view().records()) + " events of the frames in " + raw + ", "
                        + Figures.nanos(outcome.nanos()));
        return 0;
    }
}
