package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.MarketFeed;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.support.FakeContext;
import io.millrace.feed.support.Threads;
import io.millrace.feed.support.Turns;
import io.millrace.operators.market.sbe.BookRule;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class BookRequestsTest {
    private static final int ANSWERS = 4;

    private final FakeContext context = new FakeContext(
            MarketFeed.TRADES, MarketFeed.QUOTES, MarketFeed.BOOK, MarketFeed.STATUS, MarketFeed.BOOK_ANSWERS);
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

    private VenueFeed feed(final PlainVenue venue) {
        final VenueFeed feed = VenueFeed.live(venue).symbols("X", "Y").at(server.uri());
        feed.connections().firstDelay(Duration.ofMillis(5)).longestDelay(Duration.ofMillis(20));
        return feed;
    }

    private Turns open(final VenueFeed feed) {
        return new Turns(feed.open(context), ANSWERS);
    }

    private static PlainVenue asked() {
        return new PlainVenue(BookRule.ASKED_NEXT_ID);
    }

    private static String update(final int id) {
        return "{\"book\":\"X\",\"u\":" + id + ",\"b\":[[\"1\",\"2\"]],\"a\":[]}";
    }

    /** What stands between the head and the tail of the request. */
    private static String body(final int id) {
        return id + ",\"u\":" + id + ",\"b\":[[\"1\",\"2\"]],\"a\":[]";
    }

    private boolean heard(final String text) {
        return server.heard().contains(text);
    }

    @Nested
    class ByRest {
        @Test
        void bringTheSnapshotBeforeTheAnswer() {
            server.onGet(path -> body(7));
            try (Turns turns = open(feed(asked()))) {
                turns.until(() -> heard("1 want Y"));
                server.send(1, update(6));
                turns.until(() -> turns.count("6-6") == 1);
                turns.ask(77, 0);
                turns.until(() -> turns.count("answer") == 1);
                assertThat(server.asked()).containsExactly("/book?of=X");
                assertThat(turns.texts("delta", "answer")).hasSize(3);
                assertThat(turns.texts("delta", "answer").get(1)).contains("ids 7-7");
                assertThat(turns.texts("delta", "answer").get(2)).isEqualTo("answer 77 of #0: ASKED");
            }
        }

        @Test
        void waitUntilTheUpdatesAreOnTheirWay() {
            server.onText((client, text) -> {});
            server.onGet(path -> body(7));
            try (Turns turns = open(feed(asked()))) {
                turns.ask(1, 0);
                turns.until(() -> heard("1 want Y"));
                assertThat(server.asked()).isEmpty();
                server.send(1, "{\"ok\":2}");
                turns.until(() -> turns.count("answer") == 1);
                assertThat(server.asked()).hasSize(1);
            }
        }

        @Test
        void goOnUntilTheSnapshotCame() throws Exception {
            server.onGet(path -> switch (server.asked().size()) {
                case 1 -> "500";
                case 2 -> "{}";
                case 3 -> "404";
                default -> body(7);
            });
            try (Turns turns = open(feed(asked()))) {
                turns.ask(1, 0);
                turns.until(() -> turns.count("answer") == 1);
                assertThat(server.asked()).hasSize(4);
                assertThat(context.awaitReport("can't be had")).contains("HTTP 500");
                assertThat(turns.count("MALFORMED")).isZero();
                assertThat(context.count("REST requests that failed")).isEqualTo(2);
            }
        }

        @Test
        void restWhileTheVenueWantsToBeLeftAlone() throws Exception {
            server.onGet(path -> server.asked().size() == 1 ? "429 1" : body(7));
            try (Turns turns = open(feed(asked()))) {
                turns.ask(1, 0);
                turns.ask(2, 1);
                turns.until(() -> turns.count("answer") == 2);
                assertThat(context.awaitReport("asked too much")).contains("for 1 s");
            }
        }

        @Test
        void areMadeOnceForAllThatAskMeanwhile() {
            server.onText((client, text) -> {});
            server.onGet(path -> body(7));
            try (Turns turns = open(feed(asked()))) {
                turns.ask(1, 0);
                turns.ask(2, 0);
                turns.until(() -> heard("1 want Y"));
                server.send(1, "{\"ok\":2}");
                turns.until(() -> turns.count("answer") == 2);
                assertThat(server.asked()).hasSize(1);
            }
        }

        @Test
        void doNotTakeASnapshotFromBeforeAnOutage() {
            server.onGet(path -> server.asked().size() == 1 ? null : body(8));
            try (Turns turns = open(feed(asked()))) {
                turns.ask(1, 0);
                turns.until(() -> server.asked().size() == 1);
                server.drop(1);
                turns.until(() -> context.count("requests accepted") == 4);
                server.answerHeld(body(7));
                turns.until(() -> turns.count("answer") == 1);
                assertThat(server.asked()).hasSize(2);
                assertThat(turns.count("ids 7-7")).isZero();
                assertThat(turns.count("ids 8-8")).isEqualTo(1);
            }
        }
    }

    @Nested
    class InBand {
        @Test
        void subscribeAnew() {
            try (Turns turns = open(feed(new PlainVenue(BookRule.NEXT_ID)))) {
                turns.until(() -> heard("1 want Y"));
                server.send(1, "{\"snapshot\":\"X\",\"u\":1,\"b\":[[\"1\",\"2\"]],\"a\":[]}");
                turns.until(() -> turns.count("delta") == 1);
                turns.ask(5, 0);
                turns.until(() -> server.heard().size() == 5);
                assertThat(server.heard().subList(3, 5)).containsExactly("1 leave X", "1 want X");
                turns.until(() -> turns.count("answer 5 of #0: ASKED") == 1);
            }
        }

        @Test
        void leaveAConnectionAloneThatHasJustBegun() {
            server.onText((client, text) -> {
                server.send(client, "{\"ok\":1}");
                if (text.equals("want Y")) {
                    server.send(client, update(3));
                }
            });
            try (Turns turns = open(feed(new PlainVenue(BookRule.NEXT_ID)))) {
                turns.until(() -> turns.count("delta") == 1);
                turns.ask(5, 0);
                turns.until(() -> turns.count("answer") == 1);
                server.send(1, update(4));
                turns.until(() -> turns.count("delta") == 2);
                assertThat(server.heard()).containsExactly("key abc", "1 want X", "1 want Y");
            }
        }

        @Test
        void askAgainWhenTheSnapshotDidNotHelp() {
            server.onText((client, text) -> {
                if (text.startsWith("want")) {
                    server.send(client, "{\"ok\":1}");
                    server.send(client, "{\"snapshot\":\"X\",\"u\":1,\"b\":[[\"1\",\"2\"]],\"a\":[]}");
                }
            });
            try (Turns turns = open(feed(new PlainVenue(BookRule.NEXT_ID)))) {
                turns.until(() -> turns.count("delta") == 2);
                turns.ask(5, 0);
                turns.until(() -> turns.count("delta") == 3);
                turns.ask(6, 0);
                turns.until(() -> turns.count("delta") == 4);
                assertThat(server.heard().stream().filter("1 leave X"::equals)).hasSize(2);
                assertThat(server.clients()).isEqualTo(1);
            }
        }

        @Test
        void waitForTheNextConnectionAndSeeToItThatItsSnapshotComes() throws Exception {
            server.onText((client, text) -> {
                if (text.startsWith("want") && client != 1) {
                    server.send(client, "{\"ok\":1}");
                }
                if (text.equals("want Y") && client == 3) {
                    server.send(client, "{\"snapshot\":\"X\",\"u\":1,\"b\":[[\"1\",\"2\"]],\"a\":[]}");
                }
            });
            final VenueFeed feed = feed(new PlainVenue(BookRule.NEXT_ID));
            feed.connections().snapshotWithin(Duration.ofMillis(100));
            try (Turns turns = open(feed)) {
                turns.until(() -> heard("1 want Y"));
                turns.ask(5, 0);
                turns.until(() -> turns.count("answer 5 of #0: ASKED") == 1);
                server.drop(1);
                turns.until(() -> turns.count("ids 1-1") == 1);
                assertThat(server.heard()).contains("3 want X").doesNotContain("2 leave X", "3 leave X");
            }
        }

        @Test
        void dropAConnectionThatSendsNoSnapshot() throws Exception {
            final VenueFeed feed = feed(new PlainVenue(BookRule.NEXT_ID));
            feed.connections().snapshotWithin(Duration.ofMillis(100));
            try (Turns turns = open(feed)) {
                turns.until(() -> context.count("requests accepted") == 2);
                turns.ask(5, 0);
                turns.until(() -> heard("2 want Y"));
                assertThat(context.awaitReport("is down")).contains("no snapshot of X came within");
            }
        }
    }

    @Test
    void areRefusedForInstrumentsThatNobodyCarries() {
        try (Turns turns = open(feed(asked()))) {
            turns.ask(9, 42);
            turns.until(() -> turns.count("answer") == 1);
            assertThat(turns.texts("answer")).containsExactly("answer 9 of #42: UNAVAILABLE");
        }
    }

    @Nested
    class Instruments {
        private final RestRequest list = new RestRequest("/list", "{\"list\":0,\"body\":", "}", 1);

        @Test
        void areAskedForBeforeAnythingElse() {
            server.onGet(path -> {
                assertThat(server.clients()).isZero();
                return "[]";
            });
            try (Turns turns = open(feed(asked().lists(list)))) {
                turns.until(() -> heard("1 want Y"));
                assertThat(server.asked()).containsExactly("/list");
                assertThat(context.count("lists of instruments read")).isEqualTo(1);
            }
        }

        @Test
        void areDoneWithoutIfTheyCantBeHad() throws Exception {
            server.onGet(path -> "403");
            try (Turns turns = open(feed(asked().lists(list, list)))) {
                turns.until(() -> heard("1 want Y"));
                assertThat(context.awaitReport("can't be had")).contains("HTTP 403");
                assertThat(context.failures()).isEmpty();
            }
        }

        @Test
        void areNotWaitedForForEver() throws Exception {
            final PlainVenue venue = asked().lists(list);
            // Nobody listens there, or somebody who never answers.
            try (DeadVenue dead = new DeadVenue()) {
                final VenueFeed feed = feed(venue)
                        .restAt(URI.create("http" + dead.uri().toString().substring(2)));
                feed.connections().restTimeout(Duration.ofMillis(100));
                try (Turns turns = open(feed)) {
                    turns.until(() -> heard("1 want Y"));
                    assertThat(context.failures()).isEmpty();
                }
            }
        }
    }
}
