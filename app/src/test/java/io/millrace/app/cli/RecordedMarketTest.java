package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.app.support.Cli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Candles of recorded trades are those that the venue publishes. Needs the recordings. */
@Timeout(120)
class RecordedMarketTest {
    private static final Path DATA =
            Path.of(System.getProperty("millrace.shared", "../../shared"), "data", "binance-usdm");
    private static final Path CAPTURE = DATA.resolve("btcusdt_20240808.gz");
    private static final Path CANDLES = DATA.resolve("BTCUSDT-USDM-1m-20240808T2354-20240809T0006.csv");
    private static final long FIRST_WHOLE_MINUTE = 1_723_161_300_000L;
    private static final int WHOLE_MINUTES = 5;

    // The venue's columns: open_time,open,high,low,close,volume,close_time,quote_volume,count,taker_buy_volume,
    // taker_buy_quote_volume,ignore
    private static final int[] COLUMNS = {0, 1, 2, 3, 4, 5, 7, 8, 9, 10};

    @TempDir
    private Path temp;

    @BeforeAll
    static void needsRecordings() {
        assumeTrue(
                Files.isReadable(CAPTURE) && Files.isReadable(CANDLES),
                () -> "needs recorded data in " + DATA + " (or -Dmillrace.shared=...)");
    }

    private static String ours(final String venueLine) {
        final String[] fields = venueLine.split(",", -1);
        final StringBuilder line = new StringBuilder("BTC-USDT-PERP");
        for (final int column : COLUMNS) {
            line.append(',').append(fields[column]);
        }
        return line.toString();
    }

    private static long openTime(final String ourLine) {
        return Long.parseLong(ourLine.split(",", -1)[1]);
    }

    @Test
    void wholeMinutesAreThoseOfTheVenue() throws IOException {
        final List<String> venue = Files.readAllLines(CANDLES).stream()
                .skip(1)
                .map(RecordedMarketTest::ours)
                .filter(line -> openTime(line) >= FIRST_WHOLE_MINUTE)
                .limit(WHOLE_MINUTES)
                .toList();
        final List<String> candles = Cli.candles(
                        "run",
                        "candles",
                        "--venue",
                        "binance-usdm",
                        "--capture",
                        CAPTURE,
                        "--interval",
                        "1m",
                        "--no-journal")
                .out()
                .lines()
                .skip(1)
                .filter(line -> openTime(line) >= FIRST_WHOLE_MINUTE)
                .limit(WHOLE_MINUTES)
                .toList();
        assertThat(candles).hasSize(WHOLE_MINUTES).isEqualTo(venue);
    }

    @Test
    void aReplayWritesTheSameFile() throws IOException {
        final Path first = temp.resolve("candles.csv");
        final Path again = temp.resolve("again.csv");
        final Path journal = temp.resolve("journal");
        assertThat(Cli.run(
                                "run",
                                "candles",
                                "--venue",
                                "usdm",
                                "--capture",
                                CAPTURE,
                                "--interval",
                                "1s",
                                "--journal",
                                journal,
                                "--output",
                                "csv:" + first)
                        .exitCode())
                .isZero();
        assertThat(Cli.run("replay", "candles", "--journal", journal, "--output", "csv:" + again)
                        .exitCode())
                .isZero();
        assertThat(again).hasSameBinaryContentAs(first);
    }
}
