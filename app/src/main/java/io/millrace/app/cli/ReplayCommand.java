package io.millrace.app.cli;

import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.MarketFlow;
import io.millrace.app.flow.RecordedFeed;
import io.millrace.app.flow.Rows;
import io.millrace.app.run.Launcher;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Progress;
import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.StatusLine;
import io.millrace.engine.compile.EffectException;
import io.millrace.engine.run.RunConfig;
import io.millrace.journal.log.JournalReader;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a flow on what a journal holds. */
@Command(
        name = "replay",
        sortOptions = false,
        description =
                "Run a flow on the input that a journal holds. What is not said is as it was recorded, and then the"
                        + " output is, byte for byte.")
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FLOW", description = "The flow that recorded the journal, such as candles.")
    private String flowName;

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "The journal.")
    private Path journal;

    @Option(
            names = "--pace",
            paramLabel = "10x|max",
            defaultValue = "max",
            description = "How many times as fast as recorded. Default: ${DEFAULT-VALUE}. Changes no result.")
    private String pace;

    @Mixin
    private TraceOptions trace;

    @Mixin
    private FlowOptions flow;

    @Mixin
    private RunOptions run;

    ReplayCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        final MarketFlow kind = Use.of(() -> MarketFlow.find(flowName));
        final double speed = RunOptions.pace(pace);
        trace.check();
        try (JournalReader reader = Journals.open(journal)) {
            requireRecordedBy(kind, reader, journal);
            final FlowSettings settings =
                    Use.of(() -> flow.settings(FlowSettings.of(reader.head().arguments())));
            final Rows output =
                    trace.isTrace() && !flow.isOutputGiven() ? Rows.NOWHERE : Use.of(() -> flow.output(false));
            final Flow recorded = kind.flow(new RecordedFeed(), settings, output);
            final RunConfig config = run.config(recorded).pace(speed).skips(Journals.skips(reader));
            if (trace.isTrace()) {
                trace.trace(recorded, reader, config, console);
            } else {
                replay(kind, recorded, reader, config);
            }
        } catch (final EffectException e) {
            throw trace.isTrace() ? e : Reproduction.of(e, command(kind), run.layout());
        }
        return 0;
    }

    private void replay(final MarketFlow kind, final Flow recorded, final JournalReader reader, final RunConfig config)
            throws InterruptedException {
        final Outcome outcome;
        try (StatusLine line = new StatusLine(console)) {
            outcome = new Launcher(new Progress(line)).replay(recorded, reader, trace.lastSeq(), config);
        }
        new Summary(kind, outcome, flow.outputName()).print(console.err());
    }

    private String command(final MarketFlow kind) {
        return Reproduction.replay(kind.flowName(), journal) + flow.asGiven();
    }

    /** Refuses a journal of another flow. */
    static void requireRecordedBy(final MarketFlow kind, final JournalReader reader, final Path journal) {
        if (!reader.head().flow().equals(kind.flowName())) {
            throw new Use("journal " + journal + " was recorded by flow '"
                    + reader.head().flow() + "', not '" + kind.flowName() + "': use that flow");
        }
    }
}
