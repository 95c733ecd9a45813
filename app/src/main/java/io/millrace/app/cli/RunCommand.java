package io.millrace.app.cli;

import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.TradeFlow;
import io.millrace.app.run.Launcher;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Progress;
import io.millrace.app.run.Recording;
import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.StatusLine;
import io.millrace.engine.compile.EffectException;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.Venues;
import io.millrace.operators.Flow;
import io.millrace.operators.market.Candle;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
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

    @Parameters(paramLabel = "FLOW", description = "candles, or demo: candles with an average and alerts.")
    private String flowName;

    @Option(
            names = "--venue",
            paramLabel = "NAME",
            required = true,
            description = "Where the data comes from: binance-spot (or binance), binance-usdm.")
    private String venueName;

    @Option(
            names = "--symbols",
            paramLabel = "SYMBOL",
            split = ",",
            description = "Live: what to subscribe to, such as btcusdt,ethusdt.")
    private List<String> symbols = List.of();

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Live: connect here instead of to the venue, such as ws://127.0.0.1:9443.")
    private URI url;

    @Option(
            names = "--capture",
            paramLabel = "FILE",
            split = ",",
            description =
                    "Recorded frames instead of live ones: lines of '<receive time in ns> <frame>', plain or gzip."
                            + " Several are read one after another.")
    private List<Path> captures = List.of();

    @Option(
            names = "--pace",
            paramLabel = "10x|max",
            description = "Captures: how many times as fast as recorded. Default: max. Changes no result.")
    private String pace;

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
        final TradeFlow kind = Use.of(() -> TradeFlow.find(flowName));
        final FlowSettings settings = Use.of(() -> flow.settings(FlowSettings.USUAL.arguments()));
        final Venue venue = Use.of(() -> Venues.find(venueName));
        final MarketFeed feed = feed(venue);
        final SinkFactory<Candle> output = Use.of(() -> flow.output(record.continues()));
        final Recording recording = record.recording(kind.flowName(), arguments(settings, venue));
        final Flow live = kind.flow(feed.trades(), settings, output);
        final RunConfig config = run.config(live);
        if (pace != null) {
            config.pace(RunOptions.pace(pace));
        }
        final Outcome outcome;
        try (StatusLine line = new StatusLine(console)) {
            outcome = new Launcher(new Progress(line)).live(live, recording, config);
        } catch (final EffectException e) {
            throw Reproduction.ofRun(e, kind.flowName(), recording.directory(), run.layout());
        }
        final Summary summary = new Summary(kind.flowName(), outcome, flow.outputName());
        summary.print(console.err());
        recording.directory().ifPresent(directory -> summary.printReplay(directory, console.err()));
        return 0;
    }

    /**
     * What the flow is told and where its data comes from: numbers of instruments follow the order of symbols, and the
     * place in a capture is a number of lines, so that a journal can't go on with others.
     */
    private Map<String, String> arguments(final FlowSettings settings, final Venue venue) {
        final Map<String, String> arguments = new LinkedHashMap<>(settings.arguments());
        arguments.put("venue", venue.name());
        if (captures.isEmpty()) {
            arguments.put("symbols", String.join(",", symbols).toLowerCase(Locale.ROOT));
        } else {
            // Without their directory: files may be moved.
            arguments.put(
                    "captures",
                    captures.stream().map(file -> file.getFileName().toString()).collect(Collectors.joining(",")));
        }
        return arguments;
    }

    private MarketFeed feed(final Venue venue) {
        if (captures.isEmpty()) {
            if (symbols.isEmpty()) {
                throw new Use("name what to run on: --symbols for live data, or --capture for recorded data");
            }
            if (pace != null) {
                throw new Use("--pace is for --capture: live data comes when it comes");
            }
            return Use.of(() -> live(venue));
        }
        if (!symbols.isEmpty() || url != null) {
            throw new Use("--symbols and --url are for live data: a capture has what was recorded, leave them out");
        }
        for (final Path capture : captures) {
            if (!Files.isReadable(capture) || Files.isDirectory(capture)) {
                throw new Use("--capture " + capture + ": no file that can be read, check its name");
            }
        }
        return VenueFeed.capture(venue, captures.toArray(new Path[0]));
    }

    private MarketFeed live(final Venue venue) {
        final VenueFeed feed = VenueFeed.live(venue).symbols(symbols.toArray(new String[0]));
        return url == null ? feed : feed.at(url);
    }
}
