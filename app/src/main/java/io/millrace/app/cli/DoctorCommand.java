package io.millrace.app.cli;

import io.millrace.app.doctor.Diagnosis;
import io.millrace.app.doctor.DiagnosisJson;
import io.millrace.app.doctor.DiagnosisText;
import io.millrace.app.doctor.Doctor;
import io.millrace.app.doctor.finding.Verdict;
import io.millrace.app.doctor.jvm.RunningJvm;
import io.millrace.app.terminal.Console;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Checks the machine and the JVM. */
@Command(
        name = "doctor",
        sortOptions = false,
        description = "Check this machine and this JVM: what costs latency, how much, and how to change it. Changes"
                + " nothing. Exit code 1 if something is bad.")
final class DoctorCommand implements Callable<Integer> {
    private static final Duration LONGEST_WATCH = Duration.ofMinutes(1);

    private final Console console;

    @Option(
            names = "--journal",
            paramLabel = "DIR",
            defaultValue = "millrace-data",
            description = "Where journals are to go; need not be there yet. Default: ${DEFAULT-VALUE}.")
    private Path journal;

    @Option(
            names = "--watch",
            paramLabel = "TIME",
            defaultValue = "1s",
            description = "How long the hypervisor and other processes are watched, a minute at most."
                    + " Default: ${DEFAULT-VALUE}.")
    private Duration watch;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    DoctorCommand(final Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (watch.compareTo(LONGEST_WATCH) > 0) {
            throw new Use("--watch " + watch.toSeconds() + "s: a minute at most");
        }
        if (Files.exists(journal) && !Files.isDirectory(journal)) {
            throw new Use("--journal " + journal + ": is no directory");
        }
        final Diagnosis diagnosis = new Doctor(Path.of("/"), RunningJvm.current(), journal, watch).examine();
        if (json) {
            console.out().println(DiagnosisJson.of(diagnosis));
        } else {
            new DiagnosisText(console.outIsScreen()).lines(diagnosis).forEach(console.out()::println);
        }
        return diagnosis.findings(Verdict.BAD).isEmpty() ? 0 : Failures.EXIT_CODE;
    }
}
