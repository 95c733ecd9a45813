package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.CaptureFile;
import io.millrace.app.support.Cli;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Flows are verified, and steps traced, from the command line. */
@Timeout(240)
class VerifyCommandTest {
    private static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    @TempDir
    private static Path shared;

    private static Path journal;

    @TempDir
    private Path temp;

    @BeforeAll
    static void record() throws IOException {
        final Path capture = shared.resolve("capture");
        CaptureFile.write(capture, 20_000);
        journal = shared.resolve("journal");
        final Cli cli = Cli.run(
                "run",
                "demo",
                "--venue",
                "binance",
                "--capture",
                capture,
                "--interval",
                "1s",
                "--journal",
                journal,
                "--output",
                "csv:" + shared.resolve("candles.csv"));
        assertThat(cli.exitCode()).as(cli.err()).isZero();
    }

    private static void refused(final String message, final Object... args) {
        final Cli cli = Cli.run(args);
        assertThat(cli.err()).contains(message).hasLineCount(1).doesNotContain("\tat ");
        assertThat(cli.exitCode()).isEqualTo(Use.EXIT_CODE);
    }

    @Test
    void aSoundFlowIsEqualInAllLayoutsAndInAnotherJvm() {
        final Cli cli =
                Cli.run("verify", "demo", "--journal", journal, "--every", "700", "--parallel", "2", "--jvm", JAVA);
        assertThat(cli.exitCode()).as(cli.err() + cli.out()).isZero();
        assertThat(cli.out())
                .hasLineCount(1)
                .startsWith("EQUAL: ")
                .contains("spoils used items; one thread and several; this JVM and " + JAVA)
                .doesNotContain("compared 1 times");
    }

    @Test
    void aStepThatIsNotTheSameInAnotherJvmIsNamed() throws IOException, InterruptedException {
        final Path own = temp.resolve("own");
        assertThat(PlantedFlow.run("--journal", own.toString()).exitCode()).isZero();
        final List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), PlantedFlow.class.getName()));
        command.addAll(List.of("--verify", own.toString(), "--every", "30", "--jvm", JAVA));
        final Path out = temp.resolve("out");
        final Process process = new ProcessBuilder(command)
                .redirectOutput(out.toFile())
                .redirectErrorStream(true)
                .start();
        try {
            assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(Files.readString(out, StandardCharsets.UTF_8))
                .contains("DIFFERENT: this JVM and " + JAVA + " differ at record 70: step 'noisy' was given the same,"
                        + " but what it gave is: process ");
        assertThat(process.exitValue()).isEqualTo(Failures.EXIT_CODE);
    }

    @Test
    void tracesSteps() {
        final Cli cli = Cli.run(
                "replay",
                "demo",
                "--journal",
                journal,
                "--from",
                "100",
                "--to",
                "140",
                "--trace",
                "candles,instrument");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(cli.err()).isEmpty();
        final List<String> lines = cli.out().lines().toList();
        assertThat(lines)
                .hasSizeGreaterThan(60)
                .allSatisfy(line -> assertThat(
                                Integer.parseInt(line.substring(0, 10).strip()))
                        .isBetween(100, 140));
        assertThat(lines.get(0)).matches(" {7}100  2024-08-0\\S+Z  instrument  in  -  \\S.+");
        assertThat(lines.get(1)).matches(" {7}100  2024-08-0\\S+Z  instrument  out  \\d+  \\S.+");
        assertThat(lines.get(2)).matches(" {7}100  2024-08-0\\S+Z  candles  in  \\d+  \\S.+");
        assertThat(Cli.run("replay", "demo", "--journal", journal, "--to", "9000", "--trace", "candles")
                        .out())
                .contains("  candles  timer  ", "  candles  out closed  ");
    }

    @Test
    void stopsBehindARecord() {
        final Cli some = Cli.candles("replay", "demo", "--journal", journal, "--to", "5000");
        final Cli all = Cli.candles("replay", "demo", "--journal", journal);
        assertThat(some.err()).contains("5,001 records");
        assertThat(all.out())
                .startsWith(some.out())
                .hasSizeGreaterThan(some.out().length());
    }

    @Test
    void saysHowAFailureIsSeenAgain() {
        final String own = temp.resolve("own").toString();
        final Cli failed = PlantedFlow.run("--journal", own, "--layout", "fused", "--no-specialize", "--debug");
        assertThat(failed.exitCode()).isZero();
        final Cli again = PlantedFlow.runFailing("--replay", own);
        assertThat(again.exitCode()).isEqualTo(Failures.EXIT_CODE);
        assertThat(again.err())
                .contains("at record 70: step 'noisy' failed on 70")
                .contains("to see it again: --replay " + own + " --from 70 --to 70 --trace noisy")
                .hasLineCount(1);
        final Cli traced = PlantedFlow.runFailing("--replay", own, "--from", "70", "--to", "70", "--trace", "noisy");
        assertThat(traced.out()).hasLineCount(1).contains("70  1970-01-01T00:00:00.000070Z  noisy  in  -  70");
        assertThat(traced.err()).contains("at record 70").doesNotContain("see it again");
        final Cli verified = PlantedFlow.runFailing("--verify", own);
        assertThat(verified.out()).contains("EQUAL, up to where the flow fails", "at record 70");
        assertThat(verified.exitCode()).isEqualTo(Failures.EXIT_CODE);
    }

    @Test
    void explainsWhatIsWrong() {
        refused("no directory", "verify", "demo", "--journal", temp.resolve("nothing"));
        refused("was recorded by flow 'demo', not 'candles'", "verify", "candles", "--journal", journal);
        refused("name a java", "verify", "demo", "--journal", journal, "--jvm", temp);
        refused("--every 0", "verify", "demo", "--journal", journal, "--every", "0");
        refused(
                "no step 'frob': it has 'trades', 'seen'",
                "replay",
                "demo",
                "--journal",
                journal,
                "--trace",
                "candles,frob");
        refused("--from is for --trace", "replay", "demo", "--journal", journal, "--from", "3");
        refused(
                "nothing lies between",
                "replay",
                "demo",
                "--journal",
                journal,
                "--from",
                "3",
                "--to",
                "2",
                "--trace",
                "candles");
    }
}
