package io.millrace.feed.tardis;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.support.CaptureBooks;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.SharedData;
import io.millrace.operators.market.book.OrderBook;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files in the form of tardis.dev, each one whole. */
class TardisFilesTest {
    private final FakeContext context = new FakeContext(MarketFeed.EVENTS.toArray(String[]::new));

    private static Path file(final String name) {
        return SharedData.require("tardis/" + name + ".csv");
    }

    private List<String> read(final String name, final String kind) {
        final Path file = file(name);
        try (Drain drain = new Drain(VenueFeed.capture(TardisVenue.ALL, file).open(context), 0, 1, 2, 3, 4, 5)) {
            final List<String> events = drain.toEnd().texts(kind);
            assertThat(context.count("frames malformed")).isZero();
            assertThat(context.count("frames of unknown type")).isZero();
            return events;
        }
    }

    @Test
    void hasTrades() {
        assertThat(read("bitmex_trades_XBTUSD", "trade"))
                .hasSize(10)
                .startsWith("trade #0 SELLER 2152 @ 8531.5 id " + (1_583_020_803_145_000L << 12)
                        + " x1 at 1583020803145000000/1583020803307160000")
                .endsWith("trade #0 SELLER 1 @ 8531.5 id " + ((1_583_020_803_276_000L << 12) + 8)
                        + " x1 at 1583020803276000000/1583020803336743000");
    }

    /** Its times are in nanoseconds. */
    @Test
    void hasTradesOfOneTime() {
        final String at = " x1 at 1583020803145000000/1583020803307160000";
        final long id = 1_583_020_803_145_000L << 12;
        assertThat(read("trades_1", "trade"))
                .containsExactly(
                        "trade #0 SELLER 2152 @ 8531.5 id " + id + at,
                        "trade #0 BUYER 1000 @ 8531.0 id " + (id + 1) + at);
    }

    @Test
    void hasQuotes() {
        assertThat(read("huobi-dm-swap_quotes_BTC-USD", "quote"))
                .hasSize(10)
                .startsWith("quote #0 806 @ 8629.2 | 5494 @ 8629.3 id -1 at 1588291201099000000/1588291201234268000")
                .endsWith("quote #0 847 @ 8629.2 | 5411 @ 8629.3 id -1 at 1588291201814000000/1588291201927888000");
    }

    @Test
    void hasFundingRatesAndMarkPrices() {
        assertThat(read("derivative_ticker_1", "funding"))
                .containsExactly(
                        "funding #0 0.0001 paid at 1583020800000000000 at 1583020803145000000/1583020803307160000",
                        "funding #0 0.00015 paid at 1583020860000000000 at 1583020863145000000/1583020863307160000");
        assertThat(read("derivative_ticker_1", "mark"))
                .containsExactly(
                        "mark #0 9500.25 index 9500.00 at 1583020803145000000/1583020803307160000",
                        "mark #0 9500.75 index 9500.50 at 1583020863145000000/1583020863307160000");
    }

    @Test
    void hasOptions() {
        assertThat(read("options_chain", "quote"))
                .hasSize(7)
                .startsWith("quote #0 15.1 @ 0.0205 | 15.2 @ 0.0235 id -1 at 1591574399413000000/1591574400196008000")
                .contains("quote #2 0 @ 0 | 0 @ 0 id -1 at 1591574406454000000/1591574406473112000");
        assertThat(read("options_chain", "mark"))
                .hasSize(7)
                .startsWith("mark #0 0.02210436 index 0.00000000 at 1591574399413000000/1591574400196008000")
                .endsWith("mark #0 0.02219480 index 0.00000000 at 1591574460454000000/1591574460473112000");
    }

    @ParameterizedTest
    @CsvSource({
        "binance-futures_book_snapshot_5_BTCUSDT, 10, 100",
        "binance-futures_book_snapshot_25_BTCUSDT, 10, 500",
        "deltas_1, 1, 2",
        "deltas_with_snapshot, 7, 9",
        "deribit_incremental_book_L2_BTC-PERPETUAL, 1, 15"
    })
    void hasBooks(final String name, final long messages, final int levels) {
        final List<String> deltas = read(name, "delta");
        assertThat(deltas).hasSize(levels);
        assertThat(deltas.stream().filter(text -> text.endsWith(" end"))).hasSize((int) messages);
        assertThat(context.count("frames decoded")).isEqualTo(messages);
    }

    @Test
    void hasTheFirstAndTheLastLevelOfBooks() {
        final String ids = " ids -1--1 after -1";
        assertThat(read("binance-futures_book_snapshot_25_BTCUSDT", "delta"))
                .startsWith(
                        "delta #0 BID 10.896 @ 11657.07" + ids + " at 1598918403696000000/1598918403810979000 snapshot")
                .endsWith("delta #0 ASK 0.060 @ 11659.28" + ids
                        + " at 1598918404005000000/1598918404009468000 snapshot end");
        assertThat(read("deltas_with_snapshot", "delta"))
                .startsWith("delta #0 BID 1.0 @ 50000.0" + ids + " at 1640995200000000000/1640995200100000000 snapshot")
                .endsWith("delta #0 ASK 2.0 @ 50102.0" + ids + " at 1640995302000000000/1640995302100000000 end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "binance-futures_book_snapshot_5_BTCUSDT",
                "binance-futures_book_snapshot_25_BTCUSDT",
                "deltas_1",
                "deltas_with_snapshot",
                "deribit_incremental_book_L2_BTC-PERPETUAL"
            })
    void keepsBooksThatAreThoseOfItsRows(final String name) throws Exception {
        final List<String> kept = new ArrayList<>();
        final CaptureBooks books = new CaptureBooks(TardisVenue.ALL, file(name))
                .onChange(book -> kept.add(text(book)))
                .run();
        assertThat(books.states()).isEqualTo(Map.of("VALID NONE", 1L));
        assertThat(kept).isNotEmpty().isEqualTo(name.contains("book_snapshot") ? snapshots(name) : changes(name));
    }

    private static String text(final OrderBook book) {
        final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
        final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
        for (int i = 0; i < book.bids(); i++) {
            bids.put(
                    plain(BigDecimal.valueOf(book.bidPrice(i), book.priceScale())),
                    plain(BigDecimal.valueOf(book.bidSize(i), book.sizeScale())));
        }
        for (int i = 0; i < book.asks(); i++) {
            asks.put(
                    plain(BigDecimal.valueOf(book.askPrice(i), book.priceScale())),
                    plain(BigDecimal.valueOf(book.askSize(i), book.sizeScale())));
        }
        return bids + " " + asks;
    }

    private static BigDecimal plain(final BigDecimal number) {
        return new BigDecimal(number.stripTrailingZeros().toPlainString());
    }

    /** The book behind each message, of rows whose columns are {@code …,timestamp,local_timestamp,is_snapshot,side,price,amount}. */
    private static List<String> changes(final String name) throws IOException {
        final List<String[]> rows = rows(name);
        final List<String> books = new ArrayList<>();
        final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
        final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
        String message = "";
        for (int i = 0; i < rows.size(); i++) {
            final String[] row = rows.get(i);
            if (row[4].equals("true") && !message(row).equals(message)) {
                bids.clear();
                asks.clear();
            }
            message = message(row);
            final TreeMap<BigDecimal, BigDecimal> side = row[5].equals("bid") ? bids : asks;
            final BigDecimal amount = plain(new BigDecimal(row[7]));
            if (amount.signum() == 0) {
                side.remove(plain(new BigDecimal(row[6])));
            } else {
                side.put(plain(new BigDecimal(row[6])), amount);
            }
            if (i == rows.size() - 1 || !message(rows.get(i + 1)).equals(message)) {
                books.add(bids + " " + asks);
            }
        }
        return books;
    }

    private static String message(final String[] row) {
        return String.join(",", Arrays.copyOf(row, 5));
    }

    /** The book of each row, whose columns behind the times are price and amount of an ask, those of a bid, and so on. */
    private static List<String> snapshots(final String name) throws IOException {
        final List<String> books = new ArrayList<>();
        for (final String[] row : rows(name)) {
            final TreeMap<BigDecimal, BigDecimal> bids = new TreeMap<>(Comparator.reverseOrder());
            final TreeMap<BigDecimal, BigDecimal> asks = new TreeMap<>();
            for (int i = 4; i < row.length; i += 4) {
                asks.put(plain(new BigDecimal(row[i])), plain(new BigDecimal(row[i + 1])));
                bids.put(plain(new BigDecimal(row[i + 2])), plain(new BigDecimal(row[i + 3])));
            }
            books.add(bids + " " + asks);
        }
        return books;
    }

    private static List<String[]> rows(final String name) throws IOException {
        return Files.readAllLines(file(name)).stream()
                .skip(1)
                .map(line -> line.split(",", -1))
                .toList();
    }
}
