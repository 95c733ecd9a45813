package io.millrace.feed.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.binance.BinanceVenue;
import io.millrace.feed.binance.exchange.MarketStyle;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureSourceTest {
    private static final String SNAPSHOT = "{\"lastUpdateId\":1,\"bids\":[],\"asks\":[]}";

    private final FakeContext context = new FakeContext(MarketFeed.TRADES, MarketFeed.BOOK);

    @TempDir
    private Path folder;

    private static String trade(final int id) {
        return "{\"e\":\"trade\",\"E\":5,\"s\":\"BTCUSDT\",\"t\":" + id
                + ",\"p\":\"1.5\",\"q\":\"2\",\"T\":5,\"m\":true}";
    }

    private Path write(final String name, final String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private Drain open(final Path... files) {
        return new Drain(VenueFeed.capture(BinanceVenue.SPOT, files).open(context), 0, 1);
    }

    @Test
    void givesFramesAtTheirReceiveTimesWithTheLinesBehindThemAsPositions() throws IOException {
        final Path file = write("a", "100 " + trade(1), "200 " + SNAPSHOT, "300 " + trade(2));
        try (Drain drain = open(file).toEnd()) {
            assertThat(drain.texts())
                    .containsExactly(
                            "instrument #0 binance-spot BTCUSDT scales 1 0",
                            "trade #0 SELLER 2 @ 1.5 id 1 x1 at 5000000/100",
                            "delta #0 no level ids 1-1 after -1 at 0/200 snapshot end",
                            "trade #0 SELLER 2 @ 1.5 id 2 x1 at 5000000/300");
            assertThat(drain.positions()).containsExactly(1L, 1L, 2L, 3L);
            assertThat(drain.times()).containsExactly(100L, 100L, 200L, 300L);
        }
        assertThat(context.count("frames decoded")).isEqualTo(3);
    }

    @Test
    void readsFilesOneAfterAnother() throws IOException {
        final Path first = write("a", "100 " + trade(1));
        final Path empty = write("b");
        final Path last = write("c", "200 " + trade(2), "300 " + trade(3));
        try (Drain drain = open(first, empty, last).toEnd()) {
            assertThat(drain.texts("trade")).hasSize(3);
            assertThat(drain.positions()).containsExactly(1L, 1L, 2L, 3L);
        }
    }

    @Test
    void skipsMalformedFramesAndReportsTheFirstOfEachKind() throws IOException {
        final String bad = trade(1).replace("1.5", "x");
        final String badBook = "{\"e\":\"depthUpdate\",\"E\":1,\"s\":\"X\",\"U\":1,\"u\":2,\"b\":[],\"a\":[[\"1\"]]}";
        final Path file = write("a", "1 " + bad, "2 " + bad, "3 " + badBook, "4 " + trade(2), "5 {\"e\":");
        try (Drain drain = open(file).toEnd()) {
            assertThat(drain.texts("trade")).hasSize(1);
        }
        assertThat(context.count("frames malformed")).isEqualTo(4);
        assertThat(context.count("frames malformed: trade")).isEqualTo(2);
        assertThat(context.count("frames malformed: book")).isEqualTo(1);
        assertThat(context.reports()).hasSize(3);
        assertThat(context.reports().get(0))
                .contains("(trade)")
                .contains("not a number")
                .endsWith(file + ", line 1");
    }

    @Test
    void givesEverythingBeforeABrokenLine() throws IOException {
        final Path file = write("a", "100 " + trade(1), "200 " + trade(2), "oops", "300 " + trade(3));
        try (Drain drain = open(file)) {
            assertThatThrownBy(drain::toEnd)
                    .isInstanceOf(ConnectorException.class)
                    .hasMessageContaining(file + ", line 3");
            assertThat(drain.texts("trade")).hasSize(2);
        }
    }

    private Drain drain(final long position, final Path... files) {
        final FakeContext at = new FakeContext(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK).from(position);
        return new Drain(VenueFeed.capture(BinanceVenue.SPOT, files).open(at), 0, 1, 2).toEnd();
    }

    /** Lines whose instruments come one after another, whose scales grow, and of which some give nothing. */
    private Path[] capture() throws IOException {
        final List<String> lines = new ArrayList<>(Recording.of(MarketStyle.SPOT, 40));
        final long behind = Recording.START + 1_000_000_000L;
        lines.add(behind + " " + trade(1));
        lines.add(behind + " " + trade(2).replace("1.5", "1.75"));
        lines.add(behind + " " + trade(3).replace("1.5", "x"));
        lines.add(behind + " " + SNAPSHOT);
        lines.add(behind + " " + trade(4).replace("BTCUSDT", "NEWUSDT"));
        // From here on these are no trades: the single ones came first.
        lines.add(behind + " {\"e\":\"aggTrade\",\"E\":5,\"s\":\"NEWUSDT\",\"a\":1,\"f\":4,\"l\":4,"
                + "\"p\":\"1.5\",\"q\":\"2\",\"T\":5,\"m\":true}");
        lines.add(behind + " " + trade(5).replace("2\"", "2.125\""));
        final int half = lines.size() / 2;
        return new Path[] {
            Recording.write(folder.resolve("one"), lines.subList(0, half)),
            Recording.write(folder.resolve("none"), List.of()),
            Recording.write(folder.resolve("two"), lines.subList(half, lines.size()))
        };
    }

    @Test
    void goesOnBehindAnyLineAsIfItHadNeverStopped() throws IOException {
        final Path[] files = capture();
        try (Drain whole = drain(RecordLayout.NO_POSITION, files)) {
            final int count = whole.texts().size();
            final long lines = whole.positions().get(count - 1);
            assertThat(lines).isGreaterThan(100);
            for (long position = 0; position <= lines; position++) {
                final long cut = position;
                final int given =
                        (int) whole.positions().stream().filter(at -> at <= cut).count();
                try (Drain rest = drain(position, files)) {
                    assertThat(rest.texts()).isEqualTo(whole.texts().subList(given, count));
                    assertThat(rest.positions()).isEqualTo(whole.positions().subList(given, count));
                    assertThat(rest.times()).isEqualTo(whole.times().subList(given, count));
                }
            }
        }
    }

    @Test
    void refusesCapturesThatAreShorterThanWhatWasRead() throws IOException {
        final Path file = write("a", "100 " + trade(1), "200 " + trade(2));
        drain(2, file).close();
        assertThatThrownBy(() -> drain(3, file))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining(file + "] have only 2 frames, and the journal has what came of 3")
                .hasMessageContaining("the same captures");
    }

    @Test
    void refusesMissingFilesWhenOpened() throws IOException {
        final Path there = write("a", "100 " + trade(1));
        assertThatThrownBy(() -> open(there, folder.resolve("absent")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("absent does not exist");
        assertThatThrownBy(() -> VenueFeed.capture(BinanceVenue.SPOT))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("at least one file");
    }
}
