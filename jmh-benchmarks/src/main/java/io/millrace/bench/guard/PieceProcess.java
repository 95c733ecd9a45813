package io.millrace.bench.guard;

import io.millrace.bench.compare.Effort;
import io.millrace.bench.journaled.Scratch;
import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.ResultsReader;
import io.millrace.report.results.ResultsWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A process that measures one piece and leaves its ratios in a directory: what the JIT compiler made of the last piece, or
 * of the last attempt, is not measured with it. It has the flags of the one that starts it.
 */
public final class PieceProcess {
    private static final int PATIENCE_MINUTES = 10;

    private PieceProcess() {}

    /** Entry point of the process: the piece, and the directory. */
    public static void main(final String[] args) {
        final ResultsWriter results = ResultsWriter.into(Path.of(args[1]), MachineContext.capture());
        Piece.valueOf(args[0]).measure(Effort.QUICK, Scratch.usualParent(), ratio -> results.ratios(List.of(ratio)));
    }

    /** Starts one and waits for it. */
    static List<Ratio> run(final Piece piece) {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        try (Scratch scratch = new Scratch(Path.of(System.getProperty("java.io.tmpdir")))) {
            final Path directory = scratch.renew("results");
            command.addAll(List.of(
                    "-cp",
                    System.getProperty("java.class.path"),
                    PieceProcess.class.getName(),
                    piece.name(),
                    directory.toString()));
            final Process process = new ProcessBuilder(command).inheritIO().start();
            try {
                if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
                    throw new IllegalStateException(
                            piece.title() + ": not done within " + PATIENCE_MINUTES + " minutes: is the machine busy?");
                }
                if (process.exitValue() != 0) {
                    throw new IllegalStateException(
                            piece.title() + ": failed with exit code " + process.exitValue() + ", its error is above");
                }
            } finally {
                process.destroyForcibly();
            }
            return ResultsReader.read(directory).ratios();
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
