package io.millrace.app.cli;

import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.MarketFlow;
import io.millrace.app.flow.Rows;
import io.millrace.app.run.Launcher;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Progress;
import io.millrace.app.run.Recording;
import io.millrace.app.run.TimeLimit;
import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.StatusLine;
import io.millrace.engine.compile.EffectException;
import io.millrace.engine.run.RunConfig;
import io.millrace.feed.VenueFeed;
import io.millrace.operators.Flow;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a flow on a venue's live data or on a capture of it. */
@Command(
        name = "run",
        sortOptions = false,
        description = "Run a flow on a venue's live data, or on a capture of it, and record its input in a journal.")
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(
            paramLabel = "FLOW",
            description =
                    "trades, bbo (best bids and offers of books), book, candles, or demo: candles with an average and alerts.")
    private String flowName;

    @Mixin
    private FeedOptions feed;

    @Option(
            names = "--pace",
            paramLabel = "10x|max",
            description = "Captures: how many times as fast as recorded. Default: max. Changes no result.")
    private String pace;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            description = "When it ends by itself, such as 10m. Default: when its input does.")
    private Duration duration;

    @Mixin
    private FlowOptions flow;

    @Mixin
    private RecordOptions record;

    @Mixin
    private RunOptions run;

    RunCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        final MarketFlow kind = Use.of(() -> MarketFlow.find(flowName));
        final FlowSettings settings = Use.of(() -> flow.settings(FlowSettings.USUAL));
        final VenueFeed input = feed(settings);
        final Rows output = Use.of(() -> flow.output(record.continues()));
        final Recording recording = record.recording(kind.flowName(), arguments(settings));
        final Flow live = kind.flow(input, settings, output);
        final RunConfig config = run.config(live);
        if (pace != null) {
            config.pace(RunOptions.pace(pace));
        }
        final Outcome outcome;
        try (StatusLine line = new StatusLine(console)) {
            outcome = new Launcher(new TimeLimit(duration, new Progress(line))).live(live, recording, config);
        } catch (final EffectException e) {
            throw Reproduction.ofRun(e, kind.flowName(), recording.directory(), run.layout());
        }
        final Summary summary = new Summary(kind, outcome, flow.outputName());
        summary.print(console.err());
        recording.directory().ifPresent(directory -> summary.printReplay(directory, console.err()));
        return 0;
    }

    private VenueFeed feed(final FlowSettings settings) {
        if (pace != null && !feed.isCapture()) {
            throw new Use("--pace is for --capture: live data comes when it comes");
        }
        return feed.feed(settings.depth());
    }

    private Map<String, String> arguments(final FlowSettings settings) {
        final Map<String, String> arguments = new LinkedHashMap<>(settings.arguments());
        arguments.putAll(feed.arguments());
        return arguments;
    }
}
