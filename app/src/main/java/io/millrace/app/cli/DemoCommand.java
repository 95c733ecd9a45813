package io.millrace.app.cli;

import io.millrace.app.demo.Demo;
import io.millrace.app.flow.DemoFlow;
import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.MarketFlow;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Recording;
import io.millrace.app.terminal.Console;
import io.millrace.engine.compile.EffectException;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what Millrace does. */
@Command(
        name = "demo",
        sortOptions = false,
        description = "Start an exchange on this machine, connect to it, and show candles, an average and alerts.")
final class DemoCommand implements Callable<Integer> {
    private static final int MOST_FRAMES = 1_000_000;

    private final Console console;

    @Option(
            names = "--duration",
            paramLabel = "TIME",
            defaultValue = "30s",
            description = "When it ends by itself. Default: ${DEFAULT-VALUE}.")
    private Duration duration;

    @Option(
            names = "--rate",
            paramLabel = "N",
            defaultValue = "5000",
            description = "About how many frames the market has in a second. Default: ${DEFAULT-VALUE}.")
    private int rate;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Which market it is. Default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private PortOption port;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "Length of a candle. Default: ${DEFAULT-VALUE}.")
    private Duration interval;

    @Option(
            names = "--late-by",
            paramLabel = "TIME",
            defaultValue = "500ms",
            description = "How long candles wait for trades that come late. Default: ${DEFAULT-VALUE}.")
    private Duration lateBy;

    @Mixin
    private RecordOptions record;

    @Mixin
    private RunOptions run;

    DemoCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        if (rate < 1 || rate > MOST_FRAMES) {
            throw new Use("--rate " + rate + ": from 1 to " + MOST_FRAMES);
        }
        final int listensAt = port.number();
        final FlowSettings settings = Use.of(() -> FlowSettings.USUAL.with(interval, lateBy));
        final Recording recording = record.recording(DemoFlow.NAME, settings.arguments());
        final Outcome outcome;
        try {
            outcome = new Demo(duration, listensAt, rate, seed)
                    .run(console, settings, recording, run.config(Demo.rehearsal(settings)));
        } catch (final EffectException e) {
            throw Reproduction.ofRun(e, DemoFlow.NAME, recording.directory(), run.layout());
        }
        final Summary summary = new Summary(MarketFlow.DEMO, outcome, null);
        summary.print(console.out());
        recording.directory().ifPresent(directory -> summary.printReplay(directory, console.out()));
        return 0;
    }
}
