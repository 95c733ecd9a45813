package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.Threads;
import io.millrace.feed.support.Turns;
import io.millrace.operators.market.sbe.BookRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a feed records is, read as a capture, what it gave. */
@Timeout(60)
class RecordingTest {
    private static final int ANSWERS = 4;
    private static final String[] STREAMS = {
        MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK, MarketFeed.STATUS, MarketFeed.BOOK_ANSWERS
    };

    private final FakeContext context = new FakeContext(STREAMS);

    @TempDir
    private Path folder;

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

    private static String trade(final int id) {
        return "{\"trade\":\"X\",\"id\":" + id + ",\"time\":" + id + "}";
    }

    private static String book(final String kind, final int id) {
        return "{\"" + kind + "\":\"X\",\"u\":" + id + ",\"b\":[[\"1\",\"2\"]],\"a\":[]}";
    }

    private static List<String> events(final List<String> texts) {
        return texts.stream()
                .filter(text -> text.startsWith("trade") || text.startsWith("delta"))
                .map(text -> text.contains("DISCONNECTED") ? text.replaceFirst(" at .*", "") : text)
                .toList();
    }

    private void live(final BookRule rule, final boolean redundant, final Path file, final LiveScript script) {
        final VenueFeed feed =
                VenueFeed.live(new PlainVenue(rule)).symbols("X", "Y").at(server.uri());
        feed.connections()
                .firstDelay(Duration.ofMillis(5))
                .longestDelay(Duration.ofMillis(20))
                .overlap(Duration.ofMillis(20))
                .redundant(redundant)
                .recordTo(file);
        final List<String> given;
        try (Turns turns = new Turns(feed.open(context), ANSWERS)) {
            script.run(turns);
            given = events(turns.texts("trade", "delta"));
        }
        final VenueFeed capture = VenueFeed.capture(new PlainVenue(rule), file).symbols("X", "Y");
        try (Drain drain = new Drain(capture.open(new FakeContext(STREAMS)), 0, 1, 2, 3).toEnd()) {
            assertThat(events(drain.texts())).isEqualTo(given);
        }
    }

    private interface LiveScript {
        void run(Turns turns);
    }

    @Test
    void hasSnapshotsThatWereAskedForAndLostConnections() {
        server.onGet(path -> "7,\"u\":7,\"b\":[[\"1\",\"2\"]],\"a\":[]");
        live(BookRule.ASKED_NEXT_ID, false, folder.resolve("a"), turns -> {
            turns.until(() -> server.heard().contains("1 want Y"));
            server.send(1, trade(1));
            server.send(1, "pong");
            server.send(1, book("book", 7));
            turns.ask(1, 0);
            turns.until(() -> turns.count("answer") == 1 && turns.count("delta") == 2);
            server.drop(1);
            turns.until(() -> turns.count("fault DISCONNECTED") == 1);
            turns.until(() -> server.heard().contains("2 want Y"));
            server.send(2, book("book", 9));
            turns.until(() -> turns.count("delta") == 4);
        });
        assertThat(context.count("frames recorded")).isGreaterThanOrEqualTo(8);
    }

    @Test
    void givesWhatTwoConnectionsBroughtOnce() {
        live(BookRule.NEXT_ID, true, folder.resolve("b"), turns -> {
            turns.until(() -> context.count("requests accepted") == 4);
            server.send(1, book("snapshot", 1));
            turns.until(() -> turns.count("delta") == 1);
            server.send(2, book("snapshot", 1));
            for (int id = 2; id < 50; id++) {
                server.send(1, trade(id));
                server.send(2, trade(id));
                server.send(1, book("book", id));
                server.send(2, book("book", id));
            }
            turns.until(() -> context.count("frames that another connection had brought") == 97);
            server.drop(1);
            turns.until(() -> turns.count("DISCONNECTED") > 0);
            server.send(2, book("book", 50));
            turns.until(() -> turns.count("delta") == 50);
            assertThat(turns.count("fault")).isZero();
        });
    }

    @Test
    void goesOnWithTheConnectionThatTookOver() {
        live(BookRule.UNNUMBERED, false, folder.resolve("c"), turns -> {
            turns.until(() -> server.heard().contains("1 want Y"));
            server.send(1, book("snapshot", 1));
            server.send(1, "{\"bye\":0}");
            turns.until(() -> server.clients() == 2);
            server.send(1, book("book", 2));
            turns.until(() -> turns.count("delta") == 2 && server.heard().contains("2 want Y"));
            server.send(2, book("snapshot", 3));
            turns.until(() -> turns.count("delta") == 3 && !server.isConnected(1));
            server.send(2, book("book", 4));
            turns.until(() -> turns.count("delta") == 4);
            assertThat(turns.count("fault")).isZero();
        });
    }
}
