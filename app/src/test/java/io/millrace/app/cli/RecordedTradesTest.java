package io.millrace.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.millrace.app.support.Cli;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Candles of trades that Kraken lists are those that it publishes, empty ones too. Needs the recordings. */
@Timeout(60)
class RecordedTradesTest {
    private static final Path DATA = Path.of(System.getProperty("millrace.shared", "../../shared"), "data", "kraken");
    private static final Path TRADES = DATA.resolve("http_trades.json");
    private static final Path CANDLES = DATA.resolve("http_ohlc.json");
    private static final Pattern ROW = Pattern.compile("\\[(\\d{10}(?:,[0-9.]+){7})]");
    private static final int TRADED = 272;
    private static final int EMPTY = 137;

    // The venue's columns: time, open, high, low, close, vwap, volume, count
    private static final int[] PRICES_AND_VOLUME = {1, 2, 3, 4, 6};
    private static final int VENUE_COUNT = 7;

    // Ours: instrument, open_time, open, high, low, close, volume, quote_volume, trades
    private static final int OUR_OPEN = 2;
    private static final int OUR_COUNT = 8;

    @TempDir
    private Path temp;

    @BeforeAll
    static void needsRecordings() {
        assumeTrue(
                Files.isReadable(TRADES) && Files.isReadable(CANDLES),
                () -> "needs recorded data in " + DATA + " (or -Dmillrace.shared=...)");
    }

    private static List<List<String>> venueCandles() throws IOException {
        final List<List<String>> rows = new ArrayList<>();
        final Matcher row = ROW.matcher(Files.readString(CANDLES).replaceAll("[\\s\"]+", ""));
        while (row.find()) {
            rows.add(List.of(row.group(1).split(",", -1)));
        }
        return rows;
    }

    private static boolean isSame(final List<String> venue, final String[] ours) {
        for (int i = 0; i < PRICES_AND_VOLUME.length; i++) {
            final BigDecimal published = new BigDecimal(venue.get(PRICES_AND_VOLUME[i]));
            if (published.compareTo(new BigDecimal(ours[OUR_OPEN + i])) != 0) {
                return false;
            }
        }
        return venue.get(VENUE_COUNT).equals(ours[OUR_COUNT]);
    }

    @Test
    void candlesAreThoseOfTheVenue() throws IOException {
        final Path capture = temp.resolve("trades");
        Files.writeString(
                capture, "1762795433000000000 " + Files.readString(TRADES).replaceAll("\\s+", "") + "\n");
        final List<String[]> candles = new ArrayList<>();
        Cli.candles(
                        "run",
                        "candles",
                        "--venue",
                        "kraken",
                        "--capture",
                        capture,
                        "--interval",
                        "1m",
                        "--empty-candles",
                        "--no-journal")
                .out()
                .lines()
                .skip(1)
                .forEach(line -> candles.add(line.split(",", -1)));
        // The first and the last minute are recorded in part.
        final Map<String, String[]> byTime = new HashMap<>();
        candles.subList(1, candles.size() - 1)
                .forEach(candle -> byTime.put(candle[1].substring(0, candle[1].length() - 3), candle));
        int traded = 0;
        int empty = 0;
        for (final List<String> row : venueCandles()) {
            final String[] ours = byTime.remove(row.get(0));
            if (ours != null) {
                assertThat(isSame(row, ours)).as(String.join(",", ours)).isTrue();
                traded += row.get(VENUE_COUNT).equals("0") ? 0 : 1;
                empty += row.get(VENUE_COUNT).equals("0") ? 1 : 0;
            }
        }
        assertThat(byTime).isEmpty();
        assertThat(traded).isEqualTo(TRADED);
        assertThat(empty).isEqualTo(EMPTY);
    }
}
