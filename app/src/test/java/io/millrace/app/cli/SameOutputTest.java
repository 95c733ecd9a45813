package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.CaptureFile;
import io.millrace.app.support.Cli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The output is the same, byte for byte, however a flow is run; and on every JDK, since the digest stands here. */
@Timeout(120)
class SameOutputTest {
    private static final String DIGEST = "e92625916ab4c402713f8ab9b189382d1e341bb5b6779d20c9dffa8802b06649";

    @TempDir
    private static Path shared;

    private static Path capture;
    private static String fused;

    @TempDir
    private Path temp;

    @BeforeAll
    static void runFused() throws IOException {
        capture = shared.resolve("capture");
        CaptureFile.write(capture, 30_000);
        fused = run("--no-journal").out();
    }

    private static Cli run(final Object... more) {
        final List<Object> args =
                new ArrayList<>(List.of("run", "candles", "--venue", "binance", "--capture", capture));
        if (!List.of(more).contains("--interval")) {
            args.addAll(List.of("--interval", "1s"));
        }
        args.addAll(List.of(more));
        final Cli cli = Cli.candles(args.toArray());
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        return cli;
    }

    @Test
    void onEveryJdk() throws NoSuchAlgorithmException {
        final byte[] digest = MessageDigest.getInstance("SHA-256").digest(fused.getBytes(StandardCharsets.UTF_8));
        assertThat(HexFormat.of().formatHex(digest)).isEqualTo(DIGEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--layout threaded",
                "--layout threaded --parallel 1",
                "--layout threaded --parallel 2",
                "--layout threaded --parallel 4",
                "--layout fused --parallel 4",
                "--layout fused --no-specialize",
                "--layout threaded --parallel 2 --no-specialize",
                "--pace 1000x"
            })
    void inEveryLayout(final String layout) {
        final List<Object> args = new ArrayList<>(List.of((Object[]) layout.split(" ")));
        args.add("--no-journal");
        assertThat(run(args.toArray()).out()).isEqualTo(fused);
    }

    @Test
    void fromTheJournal() {
        final Path journal = temp.resolve("journal");
        assertThat(run("--journal", journal, "--layout", "threaded", "--parallel", "2")
                        .out())
                .isEqualTo(fused);
        final Cli replayed = Cli.candles("replay", "candles", "--journal", journal);
        assertThat(replayed.out()).isEqualTo(fused);
        assertThat(replayed.err()).doesNotContain("not ended");
        assertThat(Cli.candles("replay", "candles", "--journal", journal, "--layout", "threaded", "--parallel", "4")
                        .out())
                .isEqualTo(fused);
        assertThat(Cli.candles("replay", "candles", "--journal", journal, "--warm-up", journal)
                        .out())
                .isEqualTo(fused);
        assertThat(Cli.run("journal", "verify", journal).out()).startsWith("OK: ");
        assertThat(Cli.run("journal", "info", journal).out()).contains("yes: all input has ended");
        assertThat(Cli.run("journal", "cat", journal, "--count", "3").out())
                .hasLineCount(3)
                .contains("instrument 0 is");
        assertThat(Cli.run("counters", journal).out()).contains("items out");
    }

    @Test
    void withAnotherIntervalThanWasRecorded() {
        final Path journal = temp.resolve("journal");
        run("--journal", journal);
        final String replayed = Cli.candles("replay", "candles", "--journal", journal, "--interval", "2s")
                .out();
        assertThat(replayed)
                .isEqualTo(run("--no-journal", "--interval", "2s").out())
                .isNotEqualTo(fused);
    }
}
