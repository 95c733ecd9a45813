package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.app.support.CaptureFile;
import io.millrace.app.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A disk that takes nothing more. */
@Timeout(60)
class FullDiskTest {
    private static final Path FULL = Path.of("/dev/full");

    @TempDir
    private Path temp;

    @Test
    void endsARunWithALineAndLosesNoInput() throws IOException {
        assumeTrue(Files.exists(FULL), "this system has no device that is always full");
        final Path capture = temp.resolve("capture");
        CaptureFile.write(capture, 2_000);
        final Path journal = temp.resolve("journal");
        final Cli cli = Cli.run(
                "run",
                "candles",
                "--venue",
                "binance",
                "--capture",
                capture,
                "--journal",
                journal,
                "--output",
                "csv:" + FULL);
        assertThat(cli.exitCode()).isEqualTo(Failures.EXIT_CODE);
        assertThat(cli.err()).contains("can't write to " + FULL).hasLineCount(1);
        // A header and a candle of each of the market's four instruments.
        assertThat(Cli.candles("replay", "candles", "--journal", journal).out()).hasLineCount(5);
    }
}
