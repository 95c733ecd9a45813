package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.Main;
import io.millrace.app.support.CaptureFile;
import io.millrace.app.support.Cli;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is killed loses nothing that its journal holds, and its journal tells a prefix of the whole story. */
@Timeout(120)
class KillTest {
    @TempDir
    private static Path shared;

    private static Path capture;
    private static String whole;

    @TempDir
    private Path temp;

    @BeforeAll
    static void runToTheEnd() throws IOException {
        capture = shared.resolve("capture");
        CaptureFile.write(capture, 30_000);
        final Cli cli = Cli.candles(
                "run", "candles", "--venue", "binance", "--capture", capture, "--interval", "1s", "--no-journal");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        whole = cli.out();
    }

    private Process start(final Path journal, final Path output, final String layout) throws IOException {
        final List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("run", "candles", "--venue", "binance", "--capture", capture.toString()));
        command.addAll(List.of("--interval", "1s", "--pace", "8x", "--layout", layout));
        command.addAll(List.of("--journal", journal.toString(), "--output", "csv:" + output));
        final Path log = temp.resolve("log");
        return new ProcessBuilder(command)
                .redirectOutput(log.toFile())
                .redirectError(log.toFile())
                .start();
    }

    @ParameterizedTest
    @CsvSource({"fused, 2", "fused, 17", "threaded, 9", "threaded, 30"})
    void leavesASoundJournalThatReplaysToAPrefix(final String layout, final int rows)
            throws IOException, InterruptedException {
        final Path journal = temp.resolve("journal");
        final Path output = temp.resolve("candles.csv");
        final Process process = start(journal, output, layout);
        try {
            while (process.isAlive()
                    && (!Files.exists(output)
                            || Files.readString(output).lines().count() <= rows)) {
                Thread.onSpinWait();
            }
            assertThat(process.isAlive()).as("killed in the middle").isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        final Cli verified = Cli.run("journal", "verify", journal);
        assertThat(verified.exitCode()).as(verified.out()).isZero();
        assertThat(verified.out()).startsWith("OK");
        assertThat(Cli.run("journal", "info", journal).out()).contains("died");

        final Cli replayed = Cli.candles("replay", "candles", "--journal", journal);
        assertThat(replayed.exitCode()).as(replayed.err()).isZero();
        assertThat(whole).startsWith(replayed.out());
        assertThat(replayed.err()).contains("the input has not ended");
        // What was written before the end had been journaled before.
        assertThat(replayed.out()).startsWith(Files.readString(output));
        assertThat(replayed.out().lines().count()).isGreaterThan(rows);
    }
}
