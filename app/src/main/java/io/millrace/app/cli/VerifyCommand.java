package io.millrace.app.cli;

import io.millrace.app.Main;
import io.millrace.app.flow.FlowSettings;
import io.millrace.app.flow.MarketFlow;
import io.millrace.app.flow.RecordedFeed;
import io.millrace.app.flow.Rows;
import io.millrace.app.terminal.Console;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.journal.log.JournalReader;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Proves that a flow does the same whenever and however it runs on a journal, or names the step that does not. */
@Command(
        name = "verify",
        sortOptions = false,
        description =
                "Run a flow on a journal several times and in several ways, and compare outputs and state. Exit code"
                        + " 1 if they differ: then the first record and the step are named.")
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "FLOW", description = "The flow that recorded the journal, such as candles.")
    private String flowName;

    @Option(names = "--journal", paramLabel = "DIR", required = true, description = "The journal.")
    private Path journal;

    @Option(
            names = "--layout",
            paramLabel = "fused|threaded",
            defaultValue = "threaded",
            description =
                    "Compare one thread with itself, or with a thread for each stage too. Default: ${DEFAULT-VALUE}.")
    private Layout layout;

    @Mixin
    private ParallelOption parallel;

    @Mixin
    private VerifyOptions verify;

    VerifyCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        final MarketFlow kind = Use.of(() -> MarketFlow.find(flowName));
        final Flow flow;
        final long[] skips;
        try (JournalReader reader = Journals.open(journal)) {
            ReplayCommand.requireRecordedBy(kind, reader, journal);
            final FlowSettings settings =
                    Use.of(() -> FlowSettings.of(reader.head().arguments()).parallel(parallel.parts()));
            flow = kind.flow(new RecordedFeed(), settings, Rows.NOWHERE);
            skips = Journals.skips(reader);
        }
        return verify.verify(
                flow,
                journal,
                () -> new RunConfig().skips(skips),
                layout,
                () -> List.of(Main.class.getName()),
                List.of("verify", kind.flowName(), "--journal", journal.toString()),
                console);
    }
}
