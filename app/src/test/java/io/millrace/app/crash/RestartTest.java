package io.millrace.app.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.app.support.CaptureFile;
import io.millrace.app.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a user is told, and what happens, when a run goes on that was broken off, and not all is as it was. */
@Timeout(120)
class RestartTest {
    private static final int WRONG_USE = 2;

    @TempDir
    private static Path shared;

    private static List<String> frames;
    private static String whole;

    @TempDir
    private Path temp;

    private Path capture;
    private Path journal;
    private Path output;
    private Path mark;

    @BeforeAll
    static void runToTheEnd() throws IOException {
        final Path capture = shared.resolve("capture");
        CaptureFile.write(capture, 10_000);
        frames = Files.readAllLines(capture);
        final Cli cli = Cli.candles(
                "run", "candles", "--venue", "binance", "--capture", capture, "--interval", "200ms", "--no-journal");
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        whole = cli.out();
    }

    /** A run that fails in the middle of its input. */
    @BeforeEach
    void breakOff() throws IOException {
        capture = temp.resolve("capture");
        journal = temp.resolve("journal");
        output = temp.resolve("candles.csv");
        mark = temp.resolve("candles.csv.millrace");
        final List<String> half = new ArrayList<>(frames.subList(0, frames.size() / 2));
        half.add("this is no frame");
        Files.write(capture, half);
        final Cli broken = run();
        assertThat(broken.exitCode()).as(broken.err()).isEqualTo(1);
        Files.write(capture, frames);
        assertThat(whole).startsWith(Files.readString(output));
        assertThat(output).content().hasLineCount(29);
    }

    private Cli run(final Object... more) {
        final List<Object> words = new ArrayList<>(List.of("run", "candles", "--journal", journal));
        words.addAll(List.of("--output", "csv:" + output));
        words.addAll(List.of(more));
        if (!words.contains("--venue")) {
            words.addAll(List.of("--venue", "binance"));
        }
        if (!words.contains("--capture") && !words.contains("--symbols")) {
            words.addAll(List.of("--capture", capture));
        }
        if (!words.contains("--interval")) {
            words.addAll(List.of("--interval", "200ms"));
        }
        return Cli.run(words.toArray());
    }

    private void requireGoesOn(final Object... more) throws IOException {
        final Cli cli = run(more);
        assertThat(cli.exitCode()).as(cli.err()).isZero();
        assertThat(Files.readString(output)).isEqualTo(whole);
    }

    private void requireRefuses(final int exitCode, final String reason, final Object... more) throws IOException {
        final Map<String, String> before = files();
        final Cli cli = run(more);
        assertThat(cli.exitCode()).as(cli.err()).isEqualTo(exitCode);
        assertThat(cli.err()).contains(reason).hasLineCount(1);
        assertThat(files()).isEqualTo(before);
    }

    /** Files of journal and output, but for what tells nothing about input, state or output. */
    private Map<String, String> files() throws IOException {
        final Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> all = Files.walk(temp)) {
            for (final Path file : all.filter(Files::isRegularFile).toList()) {
                final String name = file.getFileName().toString();
                if (!name.equals("counters.dat") && !name.equals("writer.lock")) {
                    contents.put(file.toString(), Long.toHexString(Arrays.hashCode(Files.readAllBytes(file))));
                }
            }
        }
        return contents;
    }

    @Test
    void nothingIsMissing() throws IOException {
        requireGoesOn();
    }

    @Test
    void anInputThatHasEndedGivesNothingAgain() throws IOException {
        requireGoesOn();
        requireGoesOn();
        requireGoesOn("--layout", "threaded", "--parallel", 2);
    }

    @Test
    void anOutputThatIsGoneIsWrittenAnewFromTheJournal() throws IOException {
        Files.delete(output);
        Files.delete(mark);
        requireGoesOn();
    }

    @Test
    void anOutputWhoseFileIsGoneIsWrittenAnewFromTheJournal() throws IOException {
        Files.delete(output);
        requireGoesOn();
    }

    @Test
    void anOutputThatHasLostItsEndIsCompletedFromTheJournal() throws IOException {
        final String text = Files.readString(output);
        Files.writeString(output, text.substring(0, text.length() / 2));
        requireGoesOn();
    }

    @Test
    void anOutputThatSaysNoMoreWhoseItIsIsLeftAlone() throws IOException {
        Files.delete(mark);
        requireRefuses(WRONG_USE, "remove it, then it is written anew from the journal");
        Files.delete(output);
        requireGoesOn();
    }

    @Test
    void anOutputWithMoreThanTheJournalGivesIsLeftAlone() throws IOException {
        Files.writeString(output, Files.readString(output) + "x,1,2,3,4,5,6,7,8,9\n");
        requireRefuses(1, "holds 29 items, but what the journal holds gives only 28");
    }

    @Test
    void anOutputOfAJournalThatIsGoneIsLeftAlone() throws IOException {
        deleteAll(journal);
        requireRefuses(WRONG_USE, "candles.csv already has content: remove it or name another file");
        assertThat(journal).doesNotExist();
    }

    @Test
    void snapshotsThatAreGoneAreNotMissed() throws IOException {
        deleteAll(journal.resolve("snapshots"));
        requireGoesOn();
    }

    @Test
    void snapshotsThatCannotBeWrittenStopNothing() throws IOException {
        deleteAll(journal.resolve("snapshots"));
        Files.writeString(journal.resolve("snapshots"), "no directory");
        final Cli cli = run();
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("can't list the snapshots in " + journal).hasLineCount(1);
        Files.delete(journal.resolve("snapshots"));
        requireGoesOn();
    }

    @ParameterizedTest
    @CsvSource({
        "--interval, 1s, argument 'interval' is '200ms' in the journal and '1s' now",
        "--late-by, 1s, argument 'late-by' is '500ms' in the journal and '1s' now",
        "--venue, binance-usdm, argument 'venue' is 'binance-spot' in the journal and 'binance-usdm' now",
        "--symbols, btcusdt, argument 'captures' is 'capture' in the journal and not there now",
    })
    void otherArgumentsAreRefused(final String option, final String value, final String reason) throws IOException {
        requireRefuses(1, reason, option, value);
        requireGoesOn();
    }

    @Test
    void anotherCaptureIsRefused() throws IOException {
        final Path other = Files.copy(capture, temp.resolve("other"));
        requireRefuses(
                1,
                "argument 'captures' is 'capture' in the journal and 'other,capture' now",
                "--capture",
                other + "," + capture);
        requireGoesOn();
    }

    @Test
    void aShorterCaptureIsRefused() throws IOException {
        Files.write(capture, frames.subList(0, 100));
        final Cli cli = run();
        assertThat(cli.exitCode()).isEqualTo(1);
        assertThat(cli.err()).contains("have only 100 frames").contains("name the same captures as the run before did");
        Files.write(capture, frames);
        requireGoesOn();
    }

    @Test
    void aJournalThatWasNotBegunIsBegun() throws IOException {
        deleteAll(journal);
        Files.delete(output);
        Files.delete(mark);
        Files.createDirectories(journal.resolve("input").resolve("000001"));
        Files.createFile(journal.resolve("progress.dat"));
        requireGoesOn();
    }

    private static void deleteAll(final Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> paths = Files.walk(directory)) {
                for (final Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
