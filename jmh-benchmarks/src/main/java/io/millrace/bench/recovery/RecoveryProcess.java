package io.millrace.bench.recovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that goes on with a journal and tells how long that took: first cold, as after a crash, then again in the same
 * process. It has the flags of the one that starts it.
 */
public final class RecoveryProcess {
    private static final String TOLD = "recovery: ";
    private static final int TIMES = 2;
    private static final int PATIENCE_MINUTES = 15;

    private RecoveryProcess() {}

    /** Entry point of the process: the journal's directory, and whether the snapshot is used. */
    public static void main(final String[] args) throws InterruptedException {
        final CandleJournal journal = new CandleJournal(Path.of(args[0]));
        for (int i = 0; i < TIMES; i++) {
            System.out.println(
                    TOLD + journal.recover(Boolean.parseBoolean(args[1])).line());
        }
    }

    /** Starts one and waits for it: the cold start, then the others. */
    static List<Recovery> run(final Path directory, final boolean fromSnapshot)
            throws IOException, InterruptedException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                RecoveryProcess.class.getName(),
                directory.toString(),
                Boolean.toString(fromSnapshot)));
        final Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            final List<Recovery> told = out.lines()
                    .filter(line -> line.startsWith(TOLD))
                    .map(line -> Recovery.parse(line.substring(TOLD.length())))
                    .toList();
            if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)
                    || process.exitValue() != 0
                    || told.size() != TIMES) {
                throw new IllegalStateException(
                        "a process that was to recover " + directory + " has failed: " + command);
            }
            return told;
        } finally {
            process.destroyForcibly();
        }
    }
}
