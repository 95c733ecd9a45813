package io.millrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.BookCheck;
import io.millrace.feed.support.SharedData;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Books of recorded captures, whole: no gap, and always the best bid and offer that the venue's own ticker tells. */
class BinanceBookTest {

    @ParameterizedTest
    @CsvSource({
        "SPOT, binance-spot/btcusdt_20240808.gz, 3449, 564",
        "USDM, binance-usdm/btcusdt_20240808.gz, 6546, 629",
        "COINM, binance-coinm/btcusd_perp_20240808.gz, 26823, 1124"
    })
    void equalTheTicker(final BinanceMarket market, final String file, final long books, final long atSameId)
            throws InterruptedException {
        final BookCheck check = BookCheck.of(venue(market), SharedData.require(file));
        assertThat(check.states()).containsExactly("VALID NONE");
        assertThat(check.changes()).isEqualTo(books);
        assertThat(check.compared()).isEqualTo(books);
        assertThat(check.differing()).isEmpty();
        assertThat(check.atSameId()).isEqualTo(atSameId);
    }

    private static BinanceVenue venue(final BinanceMarket market) {
        return switch (market) {
            case SPOT -> BinanceVenue.SPOT;
            case SPOT_SBE -> BinanceVenue.SPOT_SBE;
            case USDM -> BinanceVenue.USDM;
            case COINM -> BinanceVenue.COINM;
        };
    }
}
