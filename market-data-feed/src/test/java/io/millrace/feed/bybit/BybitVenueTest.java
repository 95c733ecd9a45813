package io.millrace.feed.bybit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.VenueSubscription;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.net.ConnectionPlan;
import io.millrace.feed.net.Subscription;
import io.millrace.feed.support.BookCheck;
import io.millrace.feed.support.SharedData;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BybitVenueTest {
    private static final FeedInputs ALL = new FeedInputs(0, 1, 2, 3, 4, 5);

    private static List<ConnectionPlan> plans(
            final BybitVenue venue, final FeedInputs inputs, final int depth, final List<String> symbols) {
        return venue.connections(new VenueSubscription(venue.baseUri(), symbols, inputs, depth));
    }

    @Test
    void subscribesToWhatIsUsed() {
        final List<ConnectionPlan> plans = plans(BybitVenue.LINEAR, ALL, 0, List.of("BTCUSDT"));
        assertThat(plans).hasSize(1);
        assertThat(plans.get(0).uri()).hasToString("wss://stream.bybit.com/v5/public/linear");
        assertThat(plans.get(0).symbols()).containsExactly("BTCUSDT");
        assertThat(plans.get(0).keepAlive().text()).isEqualTo("{\"req_id\":\"0\",\"op\":\"ping\"}");
        assertThat(plans.get(0).subscriptions())
                .containsExactly(new Subscription(
                        "{\"req_id\":\"1\",\"op\":\"subscribe\",\"args\":[\"publicTrade.BTCUSDT\",\"orderbook.1.BTCUSDT\","
                                + "\"orderbook.50.BTCUSDT\",\"tickers.BTCUSDT\",\"allLiquidation.BTCUSDT\"]}",
                        1));
    }

    @Test
    void hasNeitherTickersNorLiquidationsOnSpot() {
        final ConnectionPlan plan =
                plans(BybitVenue.SPOT, ALL, 200, List.of("BTCUSDT")).get(0);
        assertThat(plan.uri()).hasToString("wss://stream.bybit.com/v5/public/spot");
        assertThat(plan.subscriptions().get(0).text())
                .contains("orderbook.200.BTCUSDT")
                .doesNotContain("tickers")
                .doesNotContain("allLiquidation");
    }

    @Test
    void keepsToTheLimitsOfTheVenue() {
        final List<String> symbols =
                IntStream.range(0, 300).mapToObj(i -> "SYMBOL" + i + "USDT").toList();
        final List<ConnectionPlan> plans = plans(BybitVenue.LINEAR, ALL, 1_000, symbols);
        assertThat(plans).hasSizeGreaterThan(1);
        assertThat(plans).allSatisfy(plan -> {
            assertThat(plan.subscriptions())
                    .allSatisfy(
                            request -> assertThat(request.text().split("\",\"")).hasSizeLessThanOrEqualTo(13));
            assertThat(plan.subscriptions().stream()
                            .mapToInt(request -> request.text().length())
                            .sum())
                    .isLessThan(25_000);
        });
        assertThat(plans.stream().mapToInt(plan -> plan.symbols().size()).sum()).isEqualTo(300);
    }

    @Test
    void subscribesAnewForASnapshot() {
        assertThat(BybitVenue.SPOT.resubscription("BTCUSDT", 60))
                .containsExactly(
                        "{\"req_id\":\"90\",\"op\":\"unsubscribe\",\"args\":[\"orderbook.200.BTCUSDT\"]}",
                        "{\"req_id\":\"91\",\"op\":\"subscribe\",\"args\":[\"orderbook.200.BTCUSDT\"]}");
        assertThat(BybitVenue.SPOT.snapshot("BTCUSDT", 0)).isEmpty();
    }

    @Test
    void refusesBooksThatAreTooDeep() {
        assertThatThrownBy(() -> BybitVenue.SPOT.book(1_001))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("1000 at most");
    }

    @Test
    void spellsInstrumentsAsAllVenuesDo() {
        assertThat(BybitNames.SPOT.name("BTCUSDC")).isEqualTo("BTC-USDC");
        assertThat(BybitNames.SPOT.symbol("btc-usdc")).isEqualTo("BTCUSDC");
        assertThat(BybitNames.LINEAR.name("BTCUSDT")).isEqualTo("BTC-USDT-PERP");
        assertThat(BybitNames.LINEAR.symbol("BTC-USDT-PERP")).isEqualTo("BTCUSDT");
        assertThat(BybitNames.LINEAR.name("BTCPERP")).isEqualTo("BTC-USDC-PERP");
        assertThat(BybitNames.LINEAR.symbol("BTC-USDC-PERP")).isEqualTo("BTCPERP");
        assertThat(BybitNames.LINEAR.symbol("btcusdt")).isEqualTo("BTCUSDT");
        assertThat(BybitNames.LINEAR.name("BTCUSDT-26DEC25")).isEqualTo("BTCUSDT-26DEC25");
        assertThat(BybitNames.LINEAR.symbol("BTCUSDT-26DEC25")).isEqualTo("BTCUSDT-26DEC25");
    }

    @Test
    void keepsTheBookOfARecordingWithoutAGap() throws InterruptedException {
        final BookCheck check = BookCheck.of(BybitVenue.LINEAR, SharedData.require("bybit/xrpusdt-ob500.data.zip"));
        assertThat(check.states()).containsExactly("VALID NONE");
        assertThat(check.changes()).isEqualTo(50);
    }
}
