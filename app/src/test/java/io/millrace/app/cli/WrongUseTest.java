package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.CaptureFile;
import io.millrace.app.support.Cli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Who asks for the wrong thing gets one line that says what is wrong and what to do. */
@Timeout(120)
class WrongUseTest {
    @TempDir
    private static Path shared;

    private static Path capture;

    @TempDir
    private Path temp;

    @BeforeAll
    static void writeCapture() throws IOException {
        capture = shared.resolve("capture");
        CaptureFile.write(capture, 2_000);
    }

    private static void refused(final int exitCode, final String message, final Object... args) {
        final Cli cli = Cli.run(args);
        assertThat(cli.err()).contains(message).hasLineCount(1).doesNotContain("\tat ");
        assertThat(cli.exitCode()).isEqualTo(exitCode);
        assertThat(cli.out()).doesNotContain("\tat ");
    }

    private void runRefused(final String message, final Object... more) {
        final Object[] args = new Object[5 + more.length];
        System.arraycopy(new Object[] {"run", "candles", "--venue", "binance", "--no-journal"}, 0, args, 0, 5);
        System.arraycopy(more, 0, args, 5, more.length);
        refused(Use.EXIT_CODE, message, args);
    }

    @Test
    void namesWhatIsNotThere() {
        refused(Use.EXIT_CODE, "name a command");
        refused(Use.EXIT_CODE, "'frob'", "frob");
        refused(Use.EXIT_CODE, "--venue", "run", "candles");
        refused(Use.EXIT_CODE, "./millrace bench chain --quick", "bench", "chain", "--quick");
        refused(
                Use.EXIT_CODE,
                "no flow 'frob': there are candles, trades, bbo, book, record, demo",
                "run",
                "frob",
                "--venue",
                "binance");
        refused(Use.EXIT_CODE, "there are binance-spot", "run", "candles", "--venue", "x", "--symbols", "a");
        refused(Use.EXIT_CODE, "no directory", "replay", "candles", "--journal", temp.resolve("nothing"));
        refused(Use.EXIT_CODE, "no directory", "journal", "info", temp.resolve("nothing"));
        refused(Use.EXIT_CODE, "no counters", "counters", temp);
        runRefused("'--frob'", "--symbols", "btcusdt", "--frob", "x");
        runRefused("no file that can be read", "--capture", temp.resolve("nothing"));
        runRefused("--symbols for live data, or --capture");
    }

    @Test
    void explainsValues() {
        runRefused("'1q' is not a duration", "--capture", capture, "--interval", "1q");
        runRefused("--interval must be longer", "--capture", capture, "--interval", "0s");
        runRefused("csv:FILE", "--capture", capture, "--output", "xml:x");
        runRefused("does not exist", "--capture", capture, "--output", "csv:" + temp.resolve("no/where.csv"));
        runRefused("this machine has processors", "--capture", capture, "--pin", "100000");
        runRefused("10x", "--capture", capture, "--pace", "3");
        runRefused("FUSED, THREADED", "--capture", capture, "--layout", "frob");
        runRefused("--parallel -1", "--capture", capture, "--parallel", "-1");
        runRefused("unknown durability", "--capture", capture, "--durability", "frob");
        runRefused("contradict", "--capture", capture, "--journal", temp);
        runRefused("live data", "--capture", capture, "--symbols", "btcusdt");
        runRefused("--pace is for --capture", "--symbols", "btcusdt", "--pace", "max");
        runRefused("no address of a websocket", "--symbols", "btcusdt", "--url", "localhost:9443");
        runRefused("no address of a websocket", "--symbols", "btcusdt", "--url", "http://localhost");
        runRefused("no directory", "--capture", capture, "--warm-up", temp.resolve("nothing"));
    }

    @Test
    void overwritesNothing() throws IOException {
        final Path output = temp.resolve("candles.csv");
        final Path journal = temp.resolve("journal");
        final Object[] args = {
            "run",
            "candles",
            "--venue",
            "binance",
            "--capture",
            capture,
            "--journal",
            journal,
            "--output",
            "csv:" + output
        };
        assertThat(Cli.run(args).exitCode()).isZero();
        final String before = Files.readString(output);
        // The same again goes on with the journal, which is complete, and with the output.
        assertThat(Cli.run(args).exitCode()).isZero();
        args[args.length - 1] = "csv:" + temp.resolve("again.csv");
        assertThat(Cli.run(args).exitCode()).isZero();
        assertThat(temp.resolve("again.csv")).hasContent(before);
        args[args.length - 1] = "csv:" + output;
        args[args.length - 3] = temp.resolve("another");
        refused(Use.EXIT_CODE, "already has content", args);
        refused(1, "was recorded by flow 'candles', this is flow 'demo'", "demo", "--journal", journal);
        runRefused("is no file of counters", "--capture", capture, "--counters", output);
        assertThat(output).hasContent(before);
    }

    @Test
    void replaysNoJournalOfAnotherFlow() {
        final Path journal = temp.resolve("journal");
        assertThat(Cli.candles("run", "candles", "--venue", "binance", "--capture", capture, "--journal", journal)
                        .exitCode())
                .isZero();
        refused(Use.EXIT_CODE, "was recorded by flow 'candles', not 'demo'", "replay", "demo", "--journal", journal);
        refused(
                Use.EXIT_CODE,
                "does not fit the flow",
                "run",
                "demo",
                "--venue",
                "binance",
                "--capture",
                capture,
                "--no-journal",
                "--warm-up",
                journal);
    }

    @Test
    void namesTheBrokenLineOfACaptureAndKeepsWhatCameBefore() throws IOException {
        final Path broken = temp.resolve("broken");
        Files.copy(capture, broken);
        Files.writeString(broken, "not a line\n", StandardOpenOption.APPEND);
        final Path journal = temp.resolve("journal");
        final long lines = Files.readAllLines(broken).size();
        refused(
                Failures.EXIT_CODE,
                "line " + lines,
                "run",
                "candles",
                "--venue",
                "binance",
                "--capture",
                broken,
                "--journal",
                journal);
        assertThat(Cli.run("journal", "verify", journal).out()).startsWith("OK");
        assertThat(Cli.run("journal", "info", journal).out()).contains("no: the input had not ended");
    }

    @Test
    void saysThatAPortIsBusy() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            refused(
                    Failures.EXIT_CODE,
                    "port " + taken.getLocalPort() + " is taken",
                    "demo",
                    "--port",
                    taken.getLocalPort(),
                    "--journal",
                    temp.resolve("journal"));
        }
    }

    @Test
    void printsAStackTraceOnlyIfAsked() {
        assertThat(Cli.run("replay", "candles", "--journal", temp.resolve("nothing"), "--debug")
                        .err())
                .contains("\tat ");
    }
}
