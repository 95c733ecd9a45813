package io.millrace.app.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Unmatched;

/**
 * Stands in the list of commands for what the launcher script passes to the benchmarks: those build on this module, which
 * must not know them.
 */
@Command(
        name = "bench",
        description =
                "Measure Millrace on this machine beside what you would use instead: --quick takes three minutes.")
final class BenchCommand implements Runnable {
    @Spec
    private CommandSpec spec;

    @Unmatched
    private final List<String> arguments = new ArrayList<>();

    @Override
    public void run() {
        throw new CommandLine.ParameterException(
                spec.commandLine(),
                "benchmarks are not part of this program: start them with the script, ./millrace bench "
                        + String.join(" ", arguments));
    }
}
