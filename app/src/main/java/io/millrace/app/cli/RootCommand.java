package io.millrace.app.cli;

import io.millrace.app.terminal.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The command {@code millrace}. */
@Command(
        name = "millrace",
        description = "A journaled, deterministic, low-latency stream engine for crypto ticks.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        version = "Millrace 0.1.0",
        synopsisSubcommandLabel = "COMMAND")
public final class RootCommand implements Runnable {
    private final Failures failures;

    @Spec
    private CommandSpec spec;

    private RootCommand(final Failures failures) {
        this.failures = failures;
    }

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Print the stack trace of a failure.")
    void debug(final boolean wanted) {
        failures.showStackTraces(wanted);
    }

    /**
     * Runs a command.
     *
     * @return its exit code: 0, 1 if it failed, 2 if it was used wrongly
     */
    public static int execute(final Console console, final String... args) {
        final Failures failures = new Failures(console.err());
        final CommandLine root = new CommandLine(new RootCommand(failures));
        root.addSubcommand(new DemoCommand(console));
        root.addSubcommand(new RunCommand(console));
        root.addSubcommand(new RecordCommand(console));
        root.addSubcommand(new VenuesCommand(console));
        root.addSubcommand(new ExchangeCommand(console));
        root.addSubcommand(new ReplayCommand(console));
        root.addSubcommand(new VerifyCommand(console));
        root.addSubcommand(new GraphCommand(console));
        root.addSubcommand(new CommandLine(new JournalCommand())
                .addSubcommand(new JournalInfoCommand(console))
                .addSubcommand(new JournalCatCommand(console))
                .addSubcommand(new JournalVerifyCommand(console)));
        root.addSubcommand(new CountersCommand(console));
        root.addSubcommand(new DoctorCommand(console));
        root.addSubcommand(new BenchCommand());
        return CommandLines.execute(root, console, failures, args);
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "name a command");
    }
}
