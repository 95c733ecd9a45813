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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SessionsTest {
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

    private VenueFeed feed(final PlainVenue venue) {
        final VenueFeed feed = VenueFeed.live(venue).symbols("X", "Y").at(server.uri());
        feed.connections()
                .firstDelay(Duration.ofMillis(5))
                .longestDelay(Duration.ofMillis(20))
                .overlap(Duration.ofMillis(50));
        return feed;
    }

    private Drain open(final MarketFeed feed) {
        return new Drain(feed.open(context), 0, 1, 2, 3);
    }

    private static String trade(final int id) {
        return "{\"trade\":\"X\",\"id\":" + id + ",\"time\":" + id + "}";
    }

    private static String update(final String symbol, final int id) {
        return "{\"book\":\"" + symbol + "\",\"u\":" + id + ",\"b\":[[\"1\",\"2\"]],\"a\":[]}";
    }

    private static String snapshot(final String symbol, final int id) {
        return "{\"snapshot\":\"" + symbol + "\",\"u\":" + id + ",\"b\":[[\"1\",\"2\"]],\"a\":[]}";
    }

    private static List<String> ids(final Drain drain) {
        return drain.texts("trade").stream()
                .map(text -> text.replaceFirst(".* id (\\d+) .*", "$1"))
                .toList();
    }

    /** Ids of updates, and faults. */
    private static List<String> book(final Drain drain) {
        return drain.texts("delta").stream()
                .map(text -> text.replaceFirst("delta #(\\d).* ids -?\\d+-(-?\\d+) .*", "$1:$2"))
                .toList();
    }

    private boolean heard(final String text) {
        return server.heard().contains(text);
    }

    @Test
    void sendsHeadersAndSubscribesWithPauses() {
        try (Drain drain = open(feed(new PlainVenue(BookRule.NEXT_ID)))) {
            drain.until(() -> heard("1 want Y"));
            assertThat(server.heard()).containsExactly("key abc", "1 want X", "1 want Y");
        }
    }

    @Test
    void keepsAConnectionAliveByTexts() {
        final PlainVenue venue =
                new PlainVenue(BookRule.NEXT_ID).keepAlive(new KeepAlive(Duration.ofMillis(10), "ping", "here"));
        try (Drain drain = open(feed(venue))) {
            drain.until(() -> server.heard().stream().filter("1 ping"::equals).count() > 3);
            server.send(1, "{\"test\":0}");
            drain.until(() -> heard("1 here"));
            server.send(1, "pong");
            drain.until(() -> context.count("signs of life") == 1);
        }
    }

    @Test
    void saysHowManySubscriptionsWereNotConfirmed() throws Exception {
        server.onText((client, text) -> {
            if (text.equals("want X")) {
                server.send(client, "{\"ok\":1}");
            } else {
                server.send(client, "{\"no\":2}");
            }
        });
        final VenueFeed feed = feed(new PlainVenue(BookRule.NEXT_ID));
        feed.connections().confirmWithin(Duration.ofMillis(100));
        try (Drain drain = open(feed)) {
            drain.until(() -> !drain.texts("REFUSED").isEmpty());
            assertThat(context.awaitReport("has not confirmed")).contains("1 of 2 subscriptions");
            assertThat(context.count("subscriptions that were not confirmed in time"))
                    .isEqualTo(1);
            assertThat(context.count("requests refused")).isEqualTo(1);
        }
    }

    @Nested
    class Renewals {
        @Test
        void beginBeforeAConnectionIsTooOld() {
            final PlainVenue venue = new PlainVenue(BookRule.NEXT_ID).oldest(Duration.ofMillis(300));
            try (Drain drain = open(feed(venue))) {
                drain.until(() -> server.clients() >= 3 && !server.isConnected(2));
                assertThat(drain.texts().stream().filter(text -> text.endsWith("CONNECTED 0")))
                        .containsExactly("CONNECTED 0");
            }
            assertThat(context.count("connection 0 lost")).isZero();
        }

        @Test
        void replaceAnOldConnectionWithoutLossOrRepetition() {
            try (Drain drain = open(feed(new PlainVenue(BookRule.NEXT_ID)))) {
                drain.until(() -> heard("1 want Y"));
                server.send(1, trade(1));
                server.send(1, "{\"bye\":0}");
                drain.until(() -> heard("2 want Y"));
                for (int id = 2; id <= 4; id++) {
                    server.send(2, trade(id));
                    server.send(1, trade(id));
                }
                drain.until(() -> !server.isConnected(1));
                server.send(2, trade(5));
                drain.until(() -> ids(drain).contains("5"));
                assertThat(ids(drain)).containsExactly("1", "2", "3", "4", "5");
                assertThat(drain.texts("DISCONNECTED")).isEmpty();
                assertThat(drain.texts("CONNECTED")).hasSize(1);
            }
            assertThat(context.count("connection 0 lost")).isZero();
        }

        @Test
        void fallBackToTheOldConnectionWhenTheNewOneIsLost() throws Exception {
            final PlainVenue venue = new PlainVenue(BookRule.NEXT_ID);
            final VenueFeed feed = feed(venue);
            feed.connections().overlap(Duration.ofMillis(200));
            try (Drain drain = open(feed)) {
                drain.until(() -> heard("1 want Y"));
                server.send(1, "{\"bye\":0}");
                drain.until(() -> heard("2 want X"));
                server.drop(2);
                context.awaitReport("was to take its place failed");
                server.send(1, trade(1));
                drain.until(() -> server.clients() == 3 && !server.isConnected(1));
                server.send(3, trade(2));
                drain.until(() -> ids(drain).size() == 2);
                assertThat(drain.texts("DISCONNECTED")).isEmpty();
            }
        }

        @Test
        void areOvertakenByAVenueThatClosesAtOnce() {
            try (Drain drain = open(feed(new PlainVenue(BookRule.NEXT_ID)))) {
                drain.until(() -> heard("1 want Y"));
                server.send(1, "{\"bye\":0}");
                drain.until(() -> server.clients() == 2);
                server.drop(1);
                drain.until(() -> heard("2 want Y"));
                server.send(2, trade(1));
                drain.until(() -> ids(drain).size() == 1);
                assertThat(server.clients()).isEqualTo(2);
            }
        }

        @Test
        void handBooksWithoutIdsOverWithTheirSnapshots() {
            try (Drain drain = open(feed(new PlainVenue(BookRule.UNNUMBERED)))) {
                drain.until(() -> heard("1 want Y"));
                server.send(1, snapshot("X", 1));
                server.send(1, update("X", 2));
                server.send(1, "{\"bye\":0}");
                drain.until(() -> heard("2 want X"));
                server.send(2, update("X", 100));
                server.send(1, update("X", 3));
                drain.until(() -> book(drain).size() == 3);
                server.send(2, snapshot("X", 4));
                server.send(2, update("X", 5));
                drain.until(() -> book(drain).size() == 5);
                server.send(1, update("X", 101));
                drain.until(() -> !server.isConnected(1));
                assertThat(book(drain)).containsExactly("0:1", "0:2", "0:3", "0:4", "0:5");
            }
        }
    }

    @Nested
    class Lost {
        @Test
        void connectionsTakeTheTrustInTheirBooksAlong() {
            try (Drain drain = open(feed(new PlainVenue(BookRule.NEXT_ID)))) {
                drain.until(() -> heard("1 want Y"));
                server.send(1, snapshot("X", 1));
                server.send(1, snapshot("Y", 1));
                drain.until(() -> book(drain).size() == 2);
                server.drop(1);
                drain.until(() -> !drain.texts("DISCONNECTED").isEmpty());
                assertThat(drain.texts("delta")).hasSize(4);
                assertThat(drain.texts("delta").subList(2, 4))
                        .allMatch(text -> text.contains("DISCONNECTED"))
                        .anyMatch(text -> text.contains("#0"))
                        .anyMatch(text -> text.contains("#1"));
                assertThat(drain.texts("DISCONNECTED")).containsExactly("DISCONNECTED 0");
            }
        }
    }

    @Nested
    class Redundant {
        private VenueFeed redundant(final BookRule rule) {
            final VenueFeed feed = feed(new PlainVenue(rule));
            feed.connections().redundant(true);
            return feed;
        }

        @Test
        void connectionsGiveWhatComesFirst() {
            try (Drain drain = open(redundant(BookRule.NEXT_ID))) {
                drain.until(() -> heard("1 want Y") && heard("2 want Y"));
                server.send(1, trade(1));
                drain.until(() -> ids(drain).size() == 1);
                server.send(2, trade(1));
                server.send(2, trade(2));
                drain.until(() -> ids(drain).size() == 2);
                server.send(1, trade(2));
                server.send(1, trade(3));
                drain.until(() -> ids(drain).size() == 3);
                assertThat(ids(drain)).containsExactly("1", "2", "3");
                assertThat(drain.texts("CONNECTED")).containsExactlyInAnyOrder("CONNECTED 0", "CONNECTED 1");
                assertThat(context.count("frames that another connection had brought"))
                        .isEqualTo(2);
            }
        }

        @Test
        void booksWithIdsSurviveTheLossOfOneConnection() {
            try (Drain drain = open(redundant(BookRule.NEXT_ID))) {
                drain.until(() -> context.count("requests accepted") == 4);
                server.send(1, snapshot("X", 1));
                server.send(1, update("X", 2));
                drain.until(() -> book(drain).size() == 2);
                server.drop(1);
                drain.until(() -> !drain.texts("DISCONNECTED").isEmpty());
                server.send(2, update("X", 2));
                server.send(2, update("X", 3));
                drain.until(() -> book(drain).size() == 3);
                assertThat(book(drain)).containsExactly("0:1", "0:2", "0:3");
            }
        }

        @Test
        void booksWithoutIdsGoToTheOtherConnectionAndAreNotTrustedUntilItsSnapshot() {
            try (Drain drain = open(redundant(BookRule.UNNUMBERED))) {
                drain.until(() -> context.count("requests accepted") == 4);
                server.send(1, snapshot("X", 1));
                drain.until(() -> book(drain).size() == 1);
                server.send(2, snapshot("X", 1));
                server.send(2, update("X", 2));
                drain.until(() -> context.count("frames that another connection had brought") == 2);
                server.drop(1);
                drain.until(() -> drain.texts("delta").stream().anyMatch(text -> text.contains("DISCONNECTED")));
                server.send(2, snapshot("X", 3));
                server.send(2, update("X", 4));
                drain.until(() -> book(drain).size() == 4);
                assertThat(book(drain).subList(2, 4)).containsExactly("0:3", "0:4");
            }
        }
    }
}
