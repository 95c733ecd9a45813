package io.millrace.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.binance.BinanceVenue;
import org.junit.jupiter.api.Test;

class VenuesTest {
    @Test
    void findsVenuesByNameAndShortName() {
        assertThat(Venues.find("binance-spot")).isSameAs(BinanceVenue.SPOT);
        assertThat(Venues.find("Binance")).isSameAs(BinanceVenue.SPOT);
        assertThat(Venues.find("binance-usdm")).isSameAs(BinanceVenue.USDM);
    }

    @Test
    void listsTheVenuesThatItKnows() {
        assertThatThrownBy(() -> Venues.find("mtgox"))
                .isInstanceOf(ConnectorException.class)
                .hasMessageStartingWith("no venue 'mtgox': there are binance-spot, ");
    }
}
