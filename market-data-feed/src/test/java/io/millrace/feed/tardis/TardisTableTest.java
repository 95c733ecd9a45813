package io.millrace.feed.tardis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.Venue;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.Venues;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables that are made up here, in the columns of tardis.dev. */
class TardisTableTest {
    private static final String TRADES = "exchange,symbol,timestamp,local_timestamp,id,side,price,amount";
    private static final String CHANGES = "exchange,symbol,timestamp,local_timestamp,is_snapshot,side,price,amount";
    private static final String QUOTES =
            "exchange,symbol,timestamp,local_timestamp,ask_amount,ask_price,bid_price,bid_amount";
    private static final String TICKERS = "exchange,symbol,timestamp,local_timestamp,funding_timestamp,funding_rate,"
            + "predicted_funding_rate,open_interest,last_price,index_price,mark_price";

    private final FakeContext context = new FakeContext(MarketFeed.EVENTS.toArray(String[]::new));

    @TempDir
    private Path folder;

    private Path write(final String... lines) throws IOException {
        return Files.write(folder.resolve("table.csv"), List.of(lines));
    }

    private List<String> read(final Path... files) {
        return read(TardisVenue.ALL, files);
    }

    private List<String> read(final Venue venue, final Path... files) {
        try (Drain drain = new Drain(VenueFeed.capture(venue, files).open(context), 0, 1, 2, 3, 4, 5)) {
            return drain.toEnd().texts();
        }
    }

    private static String at(final int exchange, final int received) {
        return " at 158302080000000" + exchange + "000/158302080000000" + received + "000";
    }

    private static String trade(final String id, final int time, final String side) {
        return "bitmex,XBTUSD,158302080000000" + time + ",1583020800000009," + id + "," + side + ",8531.5,21";
    }

    @Test
    void givesTrades() throws IOException {
        assertThat(read(write(TRADES, trade("7", 1, "sell"), trade("ETH-8", 2, "buy"), trade("9", 3, "unknown"))))
                .containsExactly(
                        "instrument #0 tardis bitmex:XBTUSD scales 1 0",
                        "trade #0 SELLER 21 @ 8531.5 id 7 x1" + at(1, 9),
                        "trade #0 BUYER 21 @ 8531.5 id 8 x1" + at(2, 9),
                        "trade #0 UNKNOWN 21 @ 8531.5 id 9 x1" + at(3, 9));
    }

    @Test
    void numbersTradesWithoutNumbersByTimeAndPlace() throws IOException {
        final String uuid = "114ca21a-278a-206c-14eb-266831149454";
        final long first = 1_583_020_800_000_001L << 12;
        final List<String> trades = read(write(
                TRADES,
                trade(uuid, 1, "buy"),
                trade(uuid, 1, "buy"),
                trade("", 1, "buy").replace("XBTUSD", "ETHUSD"),
                trade("12-34", 1, "buy"),
                trade("99999999999999999999", 2, "buy")));
        assertThat(trades.stream()
                        .filter(text -> text.startsWith("trade"))
                        .map(text -> text.replaceAll(".* id (\\d+) .*", "$1"))
                        .map(Long::valueOf))
                .containsExactly(first, first + 1, first, first + 2, first + (1 << 12));
    }

    @Test
    void tellsLiquidationsByTheNameOfTheFile() throws IOException {
        final Path file = Files.move(
                write(TRADES, trade("7", 1, "sell")), folder.resolve("bitmex_liquidations_2020-03-01_XBTUSD.csv"));
        assertThat(read(file)).element(1).isEqualTo("liquidation #0 SELLER 21 @ 8531.5" + at(1, 9));
    }

    @Test
    void givesQuotesWithoutASideToo() throws IOException {
        final String row = "huobi,BTC-USD,1583020800000001,1583020800000002,";
        assertThat(read(write(QUOTES, row + "5494,8629.3,8629.25,806", row + "5494,8629.3,,", row + ",,,")))
                .containsExactly(
                        "instrument #0 tardis huobi:BTC-USD scales 2 0",
                        "quote #0 806 @ 8629.25 | 5494 @ 8629.30 id -1" + at(1, 2),
                        "quote #0 0 @ 0.00 | 5494 @ 8629.30 id -1" + at(1, 2),
                        "quote #0 0 @ 0.00 | 0 @ 0.00 id -1" + at(1, 2));
    }

    private static String change(final int time, final boolean snapshot, final String rest) {
        return "deribit,BTC,158302080000000" + time + ",158302080000000" + (time + 1) + "," + snapshot + "," + rest;
    }

    @Test
    void takesMessagesOfASnapshotThatFollowEachOtherForOne() throws IOException {
        final List<String> given = read(write(
                CHANGES,
                change(1, true, "bid,10,2"),
                change(2, true, "ask,11,1"),
                change(2, true, "bid,20,1").replace("BTC", "ETH"),
                change(3, true, "bid,9,1"),
                change(4, false, "bid,9,0"),
                change(5, true, "bid,8,1")));
        assertThat(given.stream().filter(line -> line.startsWith("delta")).map(line -> line.contains("snapshot")))
                .containsExactly(true, false, true, false, false, true);
    }

    @Test
    void aMessageIsWhatWasReceivedAtOnceWhateverTimesTheExchangeGivesItsLevels() throws IOException {
        final String ids = " ids -1--1 after -1";
        assertThat(read(write(
                        CHANGES,
                        change(1, false, "bid,10,2"),
                        "deribit,BTC,1583020800000000,1583020800000002,false,ask,11,1")))
                .containsExactly(
                        "instrument #0 tardis deribit:BTC scales 0 0",
                        "delta #0 BID 2 @ 10" + ids + at(0, 2),
                        "delta #0 ASK 1 @ 11" + ids + at(0, 2) + " end");
    }

    @Test
    void putsRowsOfOneMessageTogether() throws IOException {
        final String ids = " ids -1--1 after -1";
        assertThat(read(write(
                        CHANGES,
                        change(1, true, "ask,11,1"),
                        change(1, true, "bid,10,2"),
                        change(1, false, "bid,9,3"),
                        change(2, false, "bid,9,0"),
                        change(2, false, "ask,12,4"),
                        change(2, false, "ask,12,5").replace("BTC", "ETH"),
                        change(2, false, "ask,12,6"),
                        "",
                        change(3, false, "bid,8,7"),
                        change(3, false, "bid,8,0").replace("0004,", "0005,"))))
                .containsExactly(
                        "instrument #0 tardis deribit:BTC scales 0 0",
                        "delta #0 BID 2 @ 10" + ids + at(1, 2) + " snapshot",
                        "delta #0 ASK 1 @ 11" + ids + at(1, 2) + " snapshot end",
                        "delta #0 BID 3 @ 9" + ids + at(1, 2) + " end",
                        "delta #0 BID 0 @ 9" + ids + at(2, 3),
                        "delta #0 ASK 4 @ 12" + ids + at(2, 3) + " end",
                        "instrument #1 tardis deribit:ETH scales 0 0",
                        "delta #1 ASK 5 @ 12" + ids + at(2, 3) + " end",
                        "delta #0 ASK 6 @ 12" + ids + at(2, 3) + " end",
                        "delta #0 BID 7 @ 8" + ids + at(3, 4) + " end",
                        "delta #0 BID 0 @ 8" + ids + at(3, 5) + " end");
        assertThat(context.count("frames decoded")).isEqualTo(7);
    }

    @Test
    void givesSnapshotsWithAsManyLevelsAsThereAre() throws IOException {
        final String ids = " ids -1--1 after -1" + at(1, 2) + " snapshot";
        assertThat(read(write(
                        "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,bids[0].price,"
                                + "bids[0].amount,asks[1].price,asks[1].amount,bids[1].price,bids[1].amount",
                        "binance,BTCUSDT,1583020800000001,1583020800000002,11,1,10,2,12,3,,")))
                .containsExactly(
                        "instrument #0 tardis binance:BTCUSDT scales 0 0",
                        "delta #0 BID 2 @ 10" + ids,
                        "delta #0 ASK 1 @ 11" + ids,
                        "delta #0 ASK 3 @ 12" + ids + " end");
    }

    @Test
    void givesOfTickersWhatTheyHave() throws IOException {
        final String row = "bitmex,XBTUSD,1583020800000001,1583020800000002,";
        assertThat(read(write(
                        TICKERS,
                        row + "1583020800000003,-0.0001,,,9500.5,9500.0,9500.25",
                        row + ",,,,9500.5,,9500.5",
                        row + ",0.0002,,,,,")))
                .containsExactly(
                        "instrument #0 tardis bitmex:XBTUSD scales 0 0",
                        "funding #0 -0.0001 paid at 1583020800000003000" + at(1, 2),
                        "mark #0 9500.25 index 9500.00" + at(1, 2),
                        "mark #0 9500.5 index 0.0" + at(1, 2),
                        "funding #0 0.0002 paid at 0" + at(1, 2));
    }

    @Test
    void keepsExchangesApart() throws IOException {
        final List<String> texts = read(write(
                TRADES,
                trade("1", 1, "buy"),
                trade("2", 2, "buy").replace("bitmex", "bybit"),
                trade("3", 3, "buy").replace("bitmex", "okex-options").replace("XBTUSD", "BTC-USD-240628-100000-C")));
        assertThat(texts).contains("instrument #0 tardis bitmex:XBTUSD scales 1 0");
        assertThat(texts).contains("instrument #1 tardis bybit:XBTUSD scales 1 0");
        assertThat(texts).contains("instrument #2 tardis okex-opt:BTC-USD-240628-100000-C scales 1 0");
    }

    /** The same rows with their columns in another order, and columns that nobody knows. */
    private static String[] turned(final String... lines) {
        return Arrays.stream(lines)
                .map(line -> {
                    final List<String> fields = new ArrayList<>(List.of(line.split(",", -1)));
                    Collections.reverse(fields);
                    return String.join(",x,", fields);
                })
                .toArray(String[]::new);
    }

    static Stream<List<String>> tables() {
        final String quote = "huobi,BTC-USD,1583020800000001,1583020800000002,5494,8629.3,8629.25,806";
        final String ticker = "bitmex,X,1583020800000001,1583020800000002,1583020800000003,1,,,9500.5,9500.0,9500.25";
        return Stream.of(
                List.of(TRADES, trade("7", 1, "sell"), trade("8", 2, "buy")),
                List.of(QUOTES, quote),
                List.of(TICKERS, ticker),
                List.of(
                        CHANGES,
                        change(1, true, "ask,11,1"),
                        change(1, true, "bid,10,2"),
                        change(2, false, "ask,11,0")));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void findsColumnsByTheirNames(final List<String> lines) throws IOException {
        final String[] table = lines.toArray(new String[0]);
        final List<String> plain = read(write(table));
        assertThat(plain).isNotEmpty();
        assertThat(read(write(turned(table)))).isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void readsCompressedTables(final List<String> lines) throws IOException {
        final List<String> plain = read(write(lines.toArray(new String[0])));
        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
        }
        assertThat(read(Files.write(folder.resolve("table.csv.gz"), bytes.toByteArray())))
                .isEqualTo(plain);
    }

    @ParameterizedTest
    @MethodSource("tables")
    void goesOnBehindAnyFrameAsIfItHadNeverStopped(final List<String> lines) throws IOException {
        final Path file = write(lines.toArray(new String[0]));
        final List<String> whole = read(file);
        final long frames = context.count("frames decoded");
        try (Drain rest =
                new Drain(VenueFeed.capture(TardisVenue.ALL, file).open(context.from(frames - 1)), 0, 1, 2, 3, 4, 5)) {
            assertThat(rest.toEnd().texts())
                    .isNotEmpty()
                    .isEqualTo(whole.subList(whole.size() - rest.texts().size(), whole.size()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"exchange", "symbol", "timestamp", "local_timestamp", "id", "side", "price", "amount"})
    void namesAMissingColumn(final String column) throws IOException {
        final String header = String.join(
                ",",
                Stream.of(TRADES.split(","))
                        .filter(name -> !name.equals(column))
                        .toList());
        final Path file = write(header, "1,2,3,4,5,6,7");
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessage("capture " + file + ", line 1: column '" + column + "' is missing, which trades must have;"
                        + " name the columns as tardis.dev does, in any order, or download the file again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "exchange,symbol | names the columns of no table that is read (trades, liquidations, quotes, ",
                "exchange,symbol,timestamp,local_timestamp,side,price,amount | column 'id'",
                "exchange,symbol,timestamp,local_timestamp,is_snapshot,price,amount | column 'side'",
                "exchange,symbol,timestamp,local_timestamp,bid_price,bid_amount,ask_price | column 'ask_amount'",
                "exchange,symbol,timestamp,local_timestamp,mark_price,index_price,funding_rate | 'funding_timestamp'",
                "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,bids[0].price | 'bids[0].amount'",
                "exchange,symbol,timestamp,local_timestamp,asks[0].price,asks[0].amount,bids[0].price,bids[0].amount,"
                        + "asks[1].price | 'asks[1].amount'",
                "exchange,symbol,timestamp,local_timestamp,id,side,price,amount,price | 'price' is there more than once"
            })
    void namesWhatIsWrongWithAHeader(final String header, final String problem) throws IOException {
        final Path file = write(header);
        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(file + ", line 1")
                .hasMessageContaining(problem)
                .hasMessageContaining("download the file again");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "deribit,BTC,1583020800000001,1583020800000009,false,bid,9 | as many plain fields",
                "deribit,BTC,1583020800000001,1583020800000009,false,bid,9,1,1 | as many plain fields",
                "\"deribit\",BTC,1583020800000001,1583020800000009,false,bid,9,1 | plain fields",
                "deribit,BTC,1583020800000001,2020-03-01,false,bid,9,1 | local_timestamp that is no number",
                "deribit,BTC,1583020800000001,,false,bid,9,1 | local_timestamp that is no number",
                "deribit,BTC,1583020800000001,1583020800000009,false,buy,9,1 | neither bid nor ask"
            })
    void stopsAtALineThatIsNoRowBehindAllThatCameBefore(final String row, final String problem) throws IOException {
        final Path file = write(CHANGES, change(1, true, "ask,11,1"), change(2, false, "ask,12,1"), row);
        try (Drain drain = new Drain(VenueFeed.capture(TardisVenue.ALL, file).open(context), 0, 1, 2, 3, 4, 5)) {
            assertThatThrownBy(drain::toEnd)
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining(file + ", line 4 ")
                    .hasMessageContaining(problem)
                    .hasMessageContaining("correct or remove the line");
            assertThat(drain.texts("delta")).hasSize(2);
        }
    }

    @Test
    void skipsRowsWithNumbersThatAreNoneAndNamesTheFirst() throws IOException {
        final Path file = write(
                TRADES,
                trade("7", 1, "sell"),
                trade("8", 2, "buy").replace("8531.5", "85x"),
                trade("9", 3, "long"),
                trade("10", 4, "buy"));
        assertThat(read(file)).filteredOn(text -> text.startsWith("trade")).hasSize(2);
        assertThat(context.count("frames malformed: trade")).isEqualTo(2);
        assertThat(context.reports())
                .singleElement()
                .asString()
                .contains("not a number")
                .endsWith(file + ", line 3");
    }

    @Test
    void marksTheBookOfAMessageThatIsSkipped() throws IOException {
        final Path file = write(
                CHANGES,
                change(1, true, "ask,11,1"),
                change(2, false, "ask,11,2"),
                change(2, false, "bid,x,1"),
                change(3, false, "bid,9,1"));
        assertThat(read(file))
                .filteredOn(text -> text.contains("fault MALFORMED"))
                .hasSize(1);
        assertThat(context.reports()).singleElement().asString().endsWith(file + ", line 3");
    }

    @ParameterizedTest
    @MethodSource("io.millrace.feed.Venues#all")
    void saysWhichVenueReadsTables(final Venue venue) throws IOException {
        final Path file = write(TRADES, trade("7", 1, "sell"));
        if (venue == TardisVenue.ALL) {
            assertThat(read(venue, file)).hasSize(2);
        } else {
            assertThatThrownBy(() -> read(venue, file))
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining(file + " is a table of tardis.dev")
                    .hasMessageContaining("name tardis as the venue");
        }
    }

    @Test
    void reportsFramesThatAreNotOfATable() throws IOException {
        final Path file = write("1 {\"e\":\"trade\",\"s\":\"X\"}", "2 {\"type\":\"match\"}");
        assertThat(read(file)).isEmpty();
        assertThat(context.count("frames malformed")).isEqualTo(2);
        assertThat(context.reports()).singleElement().asString().endsWith(file + ", line 1");
    }

    @Test
    void isNothingToConnectTo() {
        assertThatThrownBy(() -> VenueFeed.live(Venues.find("tardis")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("nothing to connect to")
                .hasMessageContaining("--capture");
    }
}
