package io.millrace.app.cli;

import io.millrace.app.run.Launcher;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Progress;
import io.millrace.app.run.Recording;
import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.Figures;
import io.millrace.app.terminal.StatusLine;
import io.millrace.engine.graph.GraphFormat;
import io.millrace.engine.run.FlowPlan;
import io.millrace.engine.run.RunConfig;
import io.millrace.journal.Journal;
import io.millrace.journal.log.JournalReader;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs or draws a flow that a program brings along. */
@Command(
        sortOptions = false,
        mixinStandardHelpOptions = true,
        description = "Run this flow on its sources, or on the input that a journal holds; or draw it.")
public final class OwnFlow implements Callable<Integer> {
    private final Flow flow;
    private final Console console;
    private final Failures failures;

    @Option(names = "--replay", paramLabel = "DIR", description = "Run on this journal, without sources.")
    private Path replay;

    @Option(
            names = "--graph",
            paramLabel = "mermaid|dot|json",
            arity = "0..1",
            fallbackValue = "mermaid",
            description = "Draw this flow as it would be laid out, and run nothing. Default: ${FALLBACK-VALUE}.")
    private GraphFormat graph;

    @Option(
            names = "--pace",
            paramLabel = "10x|max",
            defaultValue = "max",
            description = "Recorded input: how many times as fast as recorded. Default: ${DEFAULT-VALUE}.")
    private String pace;

    @Mixin
    private RecordOptions record;

    @Mixin
    private RunOptions run;

    private OwnFlow(final Flow flow, final Console console, final Failures failures) {
        this.flow = flow;
        this.console = console;
        this.failures = failures;
    }

    @Option(names = "--debug", description = "Print the stack trace of a failure.")
    void debug(final boolean wanted) {
        failures.showStackTraces(wanted);
    }

    /**
     * Runs a flow as its arguments say.
     *
     * @return the exit code of the process
     */
    public static int execute(final Flow flow, final Console console, final String... args) {
        final Failures failures = new Failures(console.err());
        final CommandLine command = new CommandLine(new OwnFlow(flow, console, failures)).setCommandName(flow.name());
        return CommandLines.execute(command, console, failures, args);
    }

    @Override
    public Integer call() throws InterruptedException {
        if (graph != null) {
            draw();
            return 0;
        }
        final RunConfig config = run.config(flow).pace(RunOptions.pace(pace));
        if (replay == null) {
            live(config);
        } else {
            replay(config);
        }
        return 0;
    }

    private void draw() {
        if (replay != null || record.isGiven()) {
            throw new Use("--graph runs nothing: leave --replay, --journal and --no-journal out");
        }
        console.out().print(FlowPlan.of(flow, run.layout()).draw(graph));
    }

    private void live(final RunConfig config) throws InterruptedException {
        final Recording recording = record.recording(flow.name(), Map.of());
        try (StatusLine line = new StatusLine(console)) {
            tell(new Launcher(new Progress(line)).live(flow, recording, config), line);
        }
        recording
                .directory()
                .ifPresent(journal ->
                        console.err().println("journal: " + journal + ", replay it with: --replay " + journal));
    }

    private void replay(final RunConfig config) throws InterruptedException {
        if (record.isGiven()) {
            throw new Use("--replay writes no journal: leave --journal and --no-journal out");
        }
        try (JournalReader reader = Use.of(() -> Journal.open(replay));
                StatusLine line = new StatusLine(console)) {
            Use.check(() -> reader.head().requireMatches(flow.name(), flow.get().inputs()));
            tell(new Launcher(new Progress(line)).replay(flow, reader, config), line);
        }
    }

    private void tell(final Outcome outcome, final StatusLine line) {
        line.clear();
        console.err()
                .println(flow.name() + ": " + Figures.count(outcome.view().records()) + " records in "
                        + Figures.nanos(outcome.nanos()) + (outcome.allOfInput() ? "" : "; the input has not ended"));
    }
}
