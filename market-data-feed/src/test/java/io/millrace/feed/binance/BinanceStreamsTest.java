package io.millrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SourceContext;
import io.millrace.feed.binance.wire.BinanceInputs;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.support.FakeContext;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinanceStreamsTest {
    private static final BinanceInputs ALL = new BinanceInputs(0, 1, 2, true, false);
    private static final BinanceInputs QUOTES =
            new BinanceInputs(SourceContext.UNUSED, 0, SourceContext.UNUSED, true, false);

    private static List<ConnectionPlan> plans(
            final BinanceVenue venue, final BinanceInputs inputs, final List<String> symbols) {
        return new BinanceStreams(venue, venue.baseUri(), symbols, venue.tradeStream()).plans(inputs);
    }

    @Test
    void putsAllSpotStreamsOnOneConnection() {
        assertThat(plans(BinanceVenue.SPOT, ALL, List.of("BTCUSDT")))
                .containsExactly(new ConnectionPlan(
                        URI.create("wss://stream.binance.com:9443/stream"),
                        List.of("{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@trade\",\"btcusdt@bookTicker\","
                                + "\"btcusdt@depth@100ms\"],\"id\":1}"),
                        Duration.ofMillis(400)));
    }

    @Test
    void splitsFuturesStreamsBetweenMarketAndPublic() {
        final List<ConnectionPlan> plans = plans(BinanceVenue.USDM, ALL, List.of("BTCUSDT"));
        assertThat(plans).hasSize(2);
        assertThat(plans.get(0).uri()).hasToString("wss://fstream.binance.com/market/stream");
        assertThat(plans.get(0).requests().get(0)).contains("\"btcusdt@aggTrade\"");
        assertThat(plans.get(1).uri()).hasToString("wss://fstream.binance.com/public/stream");
        assertThat(plans.get(1).requests().get(0)).contains("\"btcusdt@bookTicker\",\"btcusdt@depth@100ms\"");
    }

    @Test
    void subscribesOnlyToWhatIsUsed() {
        final List<ConnectionPlan> plans = plans(BinanceVenue.USDM, QUOTES, List.of("BTCUSDT", "ETHUSDT"));
        assertThat(plans).hasSize(1);
        assertThat(plans.get(0).requests())
                .containsExactly(
                        "{\"method\":\"SUBSCRIBE\",\"params\":[\"btcusdt@bookTicker\",\"ethusdt@bookTicker\"],\"id\":1}");
    }

    @Test
    void keepsToTheLimitsOfTheVenue() {
        final List<String> symbols =
                IntStream.range(0, 250).mapToObj(i -> "S" + i + "USDT").toList();
        final List<ConnectionPlan> plans = plans(BinanceVenue.USDM, QUOTES, symbols);
        assertThat(plans).hasSize(2);
        assertThat(plans.get(0).requests()).hasSize(2);
        assertThat(plans.get(1).requests()).hasSize(1);
        assertThat(plans.get(0).pause()).isEqualTo(Duration.ofMillis(200));
    }

    @Test
    void refusesALiveFeedThatCanGiveNothing() {
        assertThatThrownBy(() -> BinanceFeed.live(BinanceVenue.SPOT).open(new FakeContext("trades")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("at least one with symbols(...)");
        assertThatThrownBy(() -> BinanceFeed.live(BinanceVenue.SPOT)
                        .symbols("btcusdt")
                        .tradeStream(TradeStream.AUTO)
                        .open(new FakeContext("trades")))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("choose TRADE or AGG_TRADE");
    }
}
