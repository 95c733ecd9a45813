package io.millrace.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.feed.support.Decoding;
import org.junit.jupiter.api.Test;

/** How deep a book of Kraken is, which decides what the client is to drop. */
class KrakenDepthsTest {
    private final Decoding decoding = new Decoding(KrakenVenue.SPOT).expecting("BTC/USD");

    private int depth() {
        return decoding.instruments().bookDepth(0);
    }

    private static String snapshot(final int levels) {
        final StringBuilder bids = new StringBuilder();
        for (int i = 0; i < levels; i++) {
            bids.append(i == 0 ? "" : ",").append("{'price':").append(1_000 - i).append(",'qty':1}");
        }
        return "{'channel':'book','type':'snapshot','data':[{'symbol':'BTC/USD','bids':[" + bids + "],'asks':[]}]}";
    }

    @Test
    void isToldByTheAnswerToASubscription() {
        decoding.decode(
                "{'method':'subscribe','result':{'channel':'book','depth':25,'symbol':'BTC/USD'},'success':true}");
        assertThat(depth()).isEqualTo(25);
        decoding.decode(snapshot(10));
        assertThat(depth()).isEqualTo(25);
        decoding.decode(
                "{'method':'subscribe','result':{'channel':'book','depth':100,'symbol':'BTC/USD'},'success':true}");
        assertThat(depth()).isEqualTo(100);
    }

    @Test
    void isNotToldByOtherChannelsOrByRefusals() {
        decoding.decode(
                "{'method':'subscribe','result':{'channel':'trade','depth':25,'symbol':'BTC/USD'},'success':true}");
        decoding.decode("{'error':'no','method':'subscribe','result':{'channel':'book','depth':25,'symbol':'BTC/USD'},"
                + "'success':false}");
        assertThat(depth()).isZero();
    }

    @Test
    void isToldByTheNameOfAChannelOfVersion1() {
        decoding.decode("[1,{'b':[['1.0','2.0','3.0']]},'book-500','BTC/USD']");
        assertThat(depth()).isEqualTo(500);
    }

    @Test
    void isThatOfASnapshotIfNothingTellsIt() {
        decoding.decode(snapshot(25));
        assertThat(depth()).isEqualTo(25);
        decoding.decode(snapshot(10));
        assertThat(depth()).isEqualTo(25);
    }

    @Test
    void isNotThatOfASnapshotOfAThinMarket() {
        decoding.decode(snapshot(12));
        assertThat(depth()).as("not known").isZero();
    }

    @Test
    void isOneThatKrakenOffers() {
        assertThat(KrakenVenue.SPOT.book(11).depth()).isEqualTo(25);
        assertThat(KrakenVenue.SPOT.book(1_000).depth()).isEqualTo(1_000);
        assertThatThrownBy(() -> KrakenVenue.SPOT.book(1_001))
                .isInstanceOf(ConnectorException.class)
                .hasMessageContaining("1,000");
    }
}
