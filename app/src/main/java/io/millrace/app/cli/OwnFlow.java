package io.millrace.app.cli;

import io.millrace.app.run.Launcher;
import io.millrace.app.run.OtherJvm;
import io.millrace.app.run.Outcome;
import io.millrace.app.run.Progress;
import io.millrace.app.run.Recording;
import io.millrace.app.terminal.Console;
import io.millrace.app.terminal.Figures;
import io.millrace.app.terminal.StatusLine;
import io.millrace.engine.compile.EffectException;
import io.millrace.engine.graph.GraphFormat;
import io.millrace.engine.run.FlowPlan;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.journal.log.JournalReader;
import io.millrace.operators.Flow;
import java.nio.file.Path;
import java.util.List;
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

    @Option(
            names = "--verify",
            paramLabel = "DIR",
            description = "Run this flow on this journal several times and in several ways, and compare.")
    private Path verify;

    @Mixin
    private TraceOptions trace;

    @Mixin
    private VerifyOptions verification;

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
        if (verify != null) {
            return verify();
        }
        if (verification.isGiven()) {
            throw new Use("--jvm is for --verify DIR");
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
        if (trace.isGiven()) {
            throw new Use("--from, --to and --trace are for --replay DIR");
        }
        final Recording recording = record.recording(flow.name(), Map.of());
        try (StatusLine line = new StatusLine(console)) {
            tell(new Launcher(new Progress(line)).live(flow, recording, config), line);
        } catch (final EffectException e) {
            throw recording.directory().map(journal -> again(e, journal)).orElse(e);
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
        trace.check();
        try (JournalReader reader = recorded(replay);
                StatusLine line = new StatusLine(console)) {
            config.skips(Journals.skips(reader));
            if (trace.isTrace()) {
                trace.trace(flow, reader, config.discard(true), console);
            } else {
                tell(new Launcher(new Progress(line)).replay(flow, reader, trace.lastSeq(), config), line);
            }
        } catch (final EffectException e) {
            throw trace.isTrace() ? e : again(e, replay);
        }
    }

    private JournalReader recorded(final Path journal) {
        final JournalReader reader = Journals.open(journal);
        try {
            Use.check(() -> reader.head().requireMatches(flow.name(), flow.get().inputs()));
            return reader;
        } catch (final Use e) {
            reader.close();
            throw e;
        }
    }

    private RuntimeException again(final EffectException failure, final Path journal) {
        return Reproduction.of(failure, "--replay " + Reproduction.word(journal), run.layout());
    }

    private int verify() {
        if (replay != null || record.isGiven() || trace.isGiven()) {
            throw new Use(
                    "--verify DIR reads a journal and writes none: leave --replay, --journal, --no-journal, --from,"
                            + " --to and --trace out");
        }
        final long[] skips;
        try (JournalReader reader = recorded(verify)) {
            skips = Journals.skips(reader);
        }
        return verification.verify(
                flow,
                verify,
                () -> new RunConfig().skips(skips),
                Layout.THREADED,
                OtherJvm::programOfThisJvm,
                List.of("--verify", verify.toString()),
                console);
    }

    private void tell(final Outcome outcome, final StatusLine line) {
        line.clear();
        console.err()
                .println(flow.name() + ": " + Figures.count(outcome.view().records()) + " records in "
                        + Figures.nanos(outcome.nanos()) + (outcome.allOfInput() ? "" : "; the input has not ended"));
    }
}
