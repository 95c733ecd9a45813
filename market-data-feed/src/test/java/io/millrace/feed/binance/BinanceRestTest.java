package io.millrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.net.RestRequest;
import java.util.List;
import org.junit.jupiter.api.Test;

class BinanceRestTest {

    @Test
    void asksForASnapshotAsAFrameThatNamesItsBook() {
        assertThat(BinanceVenue.SPOT.snapshot("BTCUSDT", 0))
                .contains(new RestRequest(
                        "/api/v3/depth?symbol=BTCUSDT&limit=1000",
                        "{\"stream\":\"btcusdt@depthSnapshot\",\"data\":",
                        "}",
                        50));
        assertThat(BinanceVenue.COINM.snapshot("BTCUSD_PERP", 0))
                .contains(new RestRequest(
                        "/dapi/v1/depth?symbol=BTCUSD_PERP&limit=1000",
                        "{\"stream\":\"btcusd_perp@depthSnapshot\",\"data\":",
                        "}",
                        20));
    }

    @Test
    void asksForNoMoreLevelsThanItTakes() {
        assertThat(BinanceVenue.SPOT.snapshot("X", 100).orElseThrow().weight()).isEqualTo(5);
        assertThat(BinanceVenue.SPOT.snapshot("X", 101).orElseThrow().path()).endsWith("limit=500");
        assertThat(BinanceVenue.SPOT.snapshot("X", 5_000).orElseThrow().weight())
                .isEqualTo(250);
        assertThat(BinanceVenue.USDM.snapshot("X", 21).orElseThrow().path()).endsWith("limit=50");
        assertThat(BinanceVenue.USDM.snapshot("X", 500).orElseThrow().weight()).isEqualTo(10);
    }

    @Test
    void refusesBooksThatAreTooDeep() {
        assertThatThrownBy(() -> BinanceVenue.USDM.book(1_001))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("binance-usdm")
                .hasMessageContaining("at most 1000 levels");
        assertThat(BinanceVenue.SPOT.book(5_000).depth()).isZero();
    }

    @Test
    void asksForTheInstrumentsThatItNeedsWhereThatIsPossible() {
        assertThat(BinanceVenue.SPOT.instruments(List.of("BTCUSDT", "ETHUSDT")))
                .extracting(RestRequest::path)
                .containsExactly("/api/v3/exchangeInfo?symbols=%5B%22BTCUSDT%22,%22ETHUSDT%22%5D");
        assertThat(BinanceVenue.USDM.instruments(List.of("BTCUSDT", "ETHUSDT")))
                .extracting(RestRequest::path)
                .containsExactly("/fapi/v1/exchangeInfo");
    }

    @Test
    void spellsInstrumentsAsAllVenuesDo() {
        assertThat(BinanceNames.SPOT.name("BTCUSDT")).isEqualTo("BTC-USDT");
        assertThat(BinanceNames.SPOT.symbol("btc-usdt")).isEqualTo("BTCUSDT");
        assertThat(BinanceNames.USDM.name("BTCUSDT")).isEqualTo("BTC-USDT-PERP");
        assertThat(BinanceNames.USDM.symbol("BTC-USDT-PERP")).isEqualTo("BTCUSDT");
        assertThat(BinanceNames.USDM.name("BTCUSDT_240927")).isEqualTo("BTCUSDT_240927");
        assertThat(BinanceNames.COINM.name("BTCUSD_PERP")).isEqualTo("BTC-USD-PERP");
        assertThat(BinanceNames.COINM.symbol("BTC-USD-PERP")).isEqualTo("BTCUSD_PERP");
        assertThat(BinanceNames.COINM.symbol("btcusd_perp")).isEqualTo("BTCUSD_PERP");
        assertThat(BinanceNames.COINM.name("BTCUSD_240927")).isEqualTo("BTCUSD_240927");
        assertThat(BinanceNames.COINM.symbol("BTCUSD_240927")).isEqualTo("BTCUSD_240927");
    }
}
