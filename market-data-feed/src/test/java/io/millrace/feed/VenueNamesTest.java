package io.millrace.feed;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One notation for all venues, and theirs. */
class VenueNamesTest {

    @ParameterizedTest
    @CsvSource({
        "kraken, BTC-USD, BTC/USD",
        "kraken, DOGE-EUR, DOGE/EUR",
        "kraken, AAPLx-USD, AAPLx/USD",
        "okx, BTC-USDT, BTC-USDT",
        "okx, BTC-USDT-PERP, BTC-USDT-SWAP",
        "okx, BTC-USD-220527, BTC-USD-220527",
        "deribit, BTC-USD-PERP, BTC-PERPETUAL",
        "deribit, SOL-USDC-PERP, SOL_USDC-PERPETUAL",
        "deribit, BTC-USDC, BTC_USDC",
        "deribit, BTC-27DEC24, BTC-27DEC24",
        "deribit, BTC-24SEP21-8000-P, BTC-24SEP21-8000-P",
        "deribit, MATIC_USDC-9MAR24-1d02-C, MATIC_USDC-9MAR24-1d02-C",
        "coinbase, BTC-USD, BTC-USD",
        "coinbase, BTC-USDC, BTC-USDC",
        "coinbase-advanced, BTC-USD, BTC-USD"
    })
    void areTheSameBothWays(final String venue, final String name, final String symbol) {
        assertThat(Venues.find(venue).names().symbol(name)).isEqualTo(symbol);
        assertThat(Venues.find(venue).names().symbol(symbol)).isEqualTo(symbol);
        assertThat(Venues.find(venue).names().name(symbol)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "kraken, btc-usd, BTC/USD",
        "kraken, XBT/USD, BTC/USD",
        "kraken, xdg/usd, DOGE/USD",
        "okx, btc-usdt-perp, BTC-USDT-SWAP",
        "deribit, btc-usd-perp, BTC-PERPETUAL",
        "coinbase-advanced, btc-usdc, BTC-USD"
    })
    void areFoundInOtherSpellings(final String venue, final String written, final String symbol) {
        assertThat(Venues.find(venue).names().symbol(written)).isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({"XBT/USD, BTC-USD", "XXBTZUSD, BTC-USD", "XBTUSDT, BTC-USDT", "XDG/EUR, DOGE-EUR"})
    void areThoseOfTodayForOldOnesOfKraken(final String symbol, final String name) {
        assertThat(Venues.find("kraken").names().name(symbol)).isEqualTo(name);
    }
}
