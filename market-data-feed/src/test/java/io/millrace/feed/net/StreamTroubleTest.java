package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.Threads;
import io.millrace.operators.market.sbe.BookRule;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Streams that say nothing, and streams that say more than there is room for. */
@Timeout(60)
class StreamTroubleTest {
    private static final int MANY = 5_000;
    private static final int FEW = 40;

    private final FakeContext context =
            new FakeContext(MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK, MarketFeed.STATUS);
    private ScriptedVenue server;

    @BeforeEach
    void start() {
        server = ScriptedVenue.confirming();
    }

    @AfterEach
    void leavesNoThreads() {
        server.close();
        Threads.assertNoneLeft();
    }

    private VenueFeed feed(final BookRule rule) {
        final VenueFeed feed =
                VenueFeed.live(new PlainVenue(rule)).symbols("X", "Y").at(server.uri());
        feed.connections()
                .firstDelay(Duration.ofMillis(5))
                .longestDelay(Duration.ofMillis(20))
                .overlap(Duration.ofMillis(10));
        return feed;
    }

    private Drain open(final MarketFeed feed) {
        return new Drain(feed.open(context), 0, 1, 2, 3);
    }

    private static String trade(final int id) {
        return "{\"trade\":\"X\",\"id\":" + id + ",\"time\":" + id + "}";
    }

    private static String update(final String kind, final String symbol, final int id) {
        return "{\"" + kind + "\":\"" + symbol + "\",\"u\":" + id + ",\"b\":[[\"1\",\"2\"]],\"a\":[]}";
    }

    private static List<String> faults(final Drain drain, final String fault) {
        return drain.texts("delta").stream()
                .filter(text -> text.contains(" " + fault + " "))
                .map(text -> text.substring(0, "delta #0".length()))
                .toList();
    }

    private void untilSilent(final Drain drain) {
        drain.until(() -> server.heard().contains("1 want Y"));
        server.send(1, update("snapshot", "X", 1));
        server.send(1, update("snapshot", "Y", 1));
        for (int id = 2; id < FEW; id++) {
            server.send(1, update("book", "X", id));
        }
        drain.until(() -> drain.texts("delta").size() == FEW);
        drain.until(() -> !drain.texts("SILENT").isEmpty());
    }

    @Test
    void booksWhoseStreamFallsSilentAreNotTrusted() throws Exception {
        final VenueFeed feed = feed(BookRule.NEXT_ID);
        feed.connections().streamSilence(Duration.ofMillis(50));
        try (Drain drain = open(feed)) {
            untilSilent(drain);
            assertThat(context.awaitReport("nothing has come"))
                    .contains("book of X")
                    .contains("connection 0");
            drain.until(() -> !faults(drain, "SILENT").isEmpty());
            assertThat(faults(drain, "SILENT")).containsExactly("delta #0");
            assertThat(context.count("streams that fell silent")).isEqualTo(1);
            assertThat(server.clients()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionWithASilentBookThatIsAskedForByRestIsReplaced() {
        final VenueFeed feed = feed(BookRule.ASKED_NEXT_ID);
        feed.connections().streamSilence(Duration.ofMillis(50));
        try (Drain drain = open(feed)) {
            untilSilent(drain);
            drain.until(() -> server.clients() == 2 && !server.isConnected(1));
            assertThat(drain.texts("DISCONNECTED")).isEmpty();
        }
    }

    @Test
    void whatThereIsNoRoomForIsDroppedAndOwnedUpTo() {
        final VenueFeed feed = feed(BookRule.NEXT_ID);
        feed.connections().ringUnits(256).overflow(Overflow.DROP);
        try (Drain drain = open(feed)) {
            drain.until(() -> server.heard().contains("1 want Y"));
            server.send(1, update("snapshot", "X", 1));
            drain.until(() -> drain.texts("delta").size() == 1);
            for (int id = 1; id <= MANY; id++) {
                server.send(1, trade(id));
            }
            while (context.count("frames dropped for want of room") < MANY / 2) {
                Thread.onSpinWait();
            }
            drain.until(() -> drain.texts("trade").size() + context.count("frames dropped for want of room") == MANY
                    && !faults(drain, "LOST").isEmpty());
            assertThat(drain.texts("GAP")).isNotEmpty();
            assertThat(faults(drain, "LOST")).contains("delta #0").doesNotContain("delta #1");
            assertThat(context.reports()).anyMatch(report -> report.contains("frames are dropped"));
            server.send(1, trade(MANY + 1));
            drain.until(() -> drain.texts("trade").stream().anyMatch(text -> text.contains(" id " + (MANY + 1) + " ")));
        }
    }
}
