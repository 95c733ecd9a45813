package io.millrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.VenueFeed;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.KeepAlive;
import io.millrace.feed.net.Subscription;
import io.millrace.feed.support.FakeContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinanceStreamsTest {
    private static final FeedInputs ALL = new FeedInputs(0, 1, 2, -1, -1, -1);
    private static final FeedInputs QUOTES = new FeedInputs(-1, 0, -1, -1, -1, -1);

    private static List<ConnectionPlan> plans(
            final BinanceVenue venue, final FeedInputs inputs, final List<String> symbols) {
        return venue.connections(new VenueSubscription(venue.baseUri(), symbols, inputs, 0));
    }

    @Test
    void putsAllSpotStreamsOnOneConnection() {
        assertThat(plans(BinanceVenue.SPOT, ALL, List.of("BTCUSDT")))
                .containsExactly(new ConnectionPlan(
                        URI.create("wss://stream.binance.com:9443/stream"),
                        List.of(new Subscription(
                                "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"btcusdt@bookTicker\","
                                        + "\"btcusdt@depth@100ms\"],\"id\":1}",
                                1)),
                        List.of("BTCUSDT"),
                        Duration.ofMillis(400),
                        KeepAlive.PINGS,
                        Duration.ofMinutes(23 * 60 + 30),
                        Map.of()));
    }

    @Test
    void splitsFuturesStreamsBetweenMarketAndPublic() {
        final List<ConnectionPlan> plans = plans(BinanceVenue.USDM, ALL, List.of("BTCUSDT"));
        assertThat(plans).hasSize(2);
        assertThat(plans.get(0).uri()).hasToString("wss://fstream.binance.com/market/stream");
        assertThat(plans.get(0).subscriptions().get(0).text()).contains("\"btcusdt@aggTrade\"");
        assertThat(plans.get(1).uri()).hasToString("wss://fstream.binance.com/public/stream");
        assertThat(plans.get(1).subscriptions().get(0).text())
                .contains("\"btcusdt@bookTicker\",\"btcusdt@depth@100ms\"");
    }

    @Test
    void subscribesToWhatOnlyFuturesHave() {
        final FeedInputs inputs = new FeedInputs(-1, -1, -1, 0, 1, 2);
        assertThat(plans(BinanceVenue.SPOT, inputs, List.of("BTCUSDT"))).isEmpty();
        final List<ConnectionPlan> plans = plans(BinanceVenue.COINM, inputs, List.of("BTCUSD_PERP"));
        assertThat(plans).hasSize(1);
        assertThat(plans.get(0).uri()).hasToString("wss://dstream.binance.com/stream");
        assertThat(plans.get(0).subscriptions().get(0).text())
                .contains("[\"btcusd_perp@markPrice@1s\",\"btcusd_perp@forceOrder\"]");
    }

    @Test
    void sendsTheKeyThatBinaryMarketDataNeeds() {
        final BinanceStreams streams = new BinanceStreams(
                BinanceMarket.SPOT_SBE,
                BinanceVenue.SPOT_SBE.baseUri(),
                List.of("BTCUSDT"),
                TradeStream.TRADE,
                Map.of("BINANCE_API_KEY", "abc"));
        final ConnectionPlan plan = streams.plans(ALL).get(0);
        assertThat(plan.uri()).hasToString("wss://stream-sbe.binance.com:9443/stream");
        assertThat(plan.headers()).containsExactly(Map.entry("X-MBX-APIKEY", "abc"));
        assertThat(plan.symbols()).containsExactly("BTCUSDT");
        assertThat(plan.subscriptions().get(0).text())
                .contains("[\"btcusdt@trade\",\"btcusdt@bestBidAsk\",\"btcusdt@depth\"]");
    }

    @Test
    void saysThatBinaryMarketDataNeedsAKey() {
        assertThatThrownBy(() -> new BinanceStreams(
                                BinanceMarket.SPOT_SBE,
                                BinanceVenue.SPOT_SBE.baseUri(),
                                List.of("BTCUSDT"),
                                TradeStream.TRADE,
                                Map.of())
                        .plans(ALL))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("BINANCE_API_KEY")
                .hasMessageContaining("or use binance-spot");
        assertThat(new BinanceStreams(
                                BinanceMarket.SPOT_SBE,
                                URI.create("ws://127.0.0.1:9"),
                                List.of("BTCUSDT"),
                                TradeStream.TRADE,
                                Map.of())
                        .plans(ALL))
                .hasSize(1);
    }

    @Test
    void subscribesOnlyToWhatIsUsed() {
        final List<ConnectionPlan> plans = plans(BinanceVenue.USDM, QUOTES, List.of("BTCUSDT", "ETHUSDT"));
        assertThat(plans).hasSize(1);
        assertThat(plans.get(0).subscriptions())
                .containsExactly(new Subscription(
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\",\"ethusdt@bookTicker\"],"
                                + "\"id\":1}",
                        1));
    }

    @Test
    void keepsToTheLimitsOfTheVenue() {
        final List<String> symbols =
                IntStream.range(0, 250).mapToObj(i -> "S" + i + "USDT").toList();
        final List<ConnectionPlan> plans = plans(BinanceVenue.USDM, QUOTES, symbols);
        assertThat(plans).hasSize(2);
        assertThat(plans.get(0).subscriptions()).hasSize(2);
        assertThat(plans.get(1).subscriptions()).hasSize(1);
        assertThat(plans.get(0).pause()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void refusesALiveFeedThatCanGiveNothing() {
        assertThatThrownBy(() -> VenueFeed.live(BinanceVenue.SPOT).open(new FakeContext("trades")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("at least one with symbols(...)");
    }
}
