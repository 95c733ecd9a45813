package io.millrace.feed.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoding;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Numbers of frames, which count over all channels of a connection. */
class CoinbaseAdvancedDecoderTest {
    private final Decoding decoding = new Decoding(CoinbaseAdvancedVenue.ALL);

    private static String book(final String type, final String symbol, final int number) {
        return "{'channel':'l2_data','timestamp':'2026-04-07T14:30:00.123456Z','sequence_num':" + number
                + ",'events':[{'type':'" + type + "','product_id':'" + symbol + "','updates':[{'side':'bid',"
                + "'event_time':'2026-04-07T14:30:00Z','price_level':'5','new_quantity':'1'}]}]}";
    }

    private static String heartbeat(final int number) {
        return "{'channel':'heartbeats','timestamp':'2026-04-07T14:30:10Z','sequence_num':" + number + ",'events':[]}";
    }

    @BeforeEach
    void begin() {
        assertThat(decoding.decode(book("snapshot", "BTC-USD", 0))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.decode(book("snapshot", "ETH-USD", 1))).isEqualTo(FrameResult.EVENTS);
    }

    @Test
    void gapsAreToldToAllBooksBeforeWhatFollows() {
        assertThat(decoding.decode(book("update", "BTC-USD", 3))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.events()).hasSize(3);
        assertThat(decoding.events().get(0)).contains("#0").contains("fault GAP");
        assertThat(decoding.events().get(1)).contains("#1").contains("fault GAP");
        assertThat(decoding.events().get(2)).contains("#0 BID 1 @ 5");
    }

    @Test
    void gapsAreFoundByFramesOfOtherChannels() {
        assertThat(decoding.decode(heartbeat(3))).isEqualTo(FrameResult.ALIVE);
        assertThat(decoding.events()).hasSize(2).allMatch(event -> event.contains("fault GAP"));
    }

    @Test
    void framesThatComeTwiceOrLateAreDropped() {
        assertThat(decoding.decode(book("update", "BTC-USD", 1))).isEqualTo(FrameResult.DUPLICATE);
        assertThat(decoding.events()).isEmpty();
        assertThat(decoding.decode(heartbeat(2))).isEqualTo(FrameResult.ALIVE);
        assertThat(decoding.events()).isEmpty();
    }

    @Test
    void oneWrongNumberDoesNotHideTheFramesBehindIt() {
        assertThat(decoding.decode(heartbeat(22))).isEqualTo(FrameResult.ALIVE);
        assertThat(decoding.decode(book("snapshot", "BTC-USD", 3))).isEqualTo(FrameResult.DUPLICATE);
        assertThat(decoding.decode(book("snapshot", "BTC-USD", 4))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.events()).hasSize(3);
        assertThat(decoding.events().get(0)).contains("#0").contains("fault GAP");
        assertThat(decoding.events().get(1)).contains("#1").contains("fault GAP");
        assertThat(decoding.decode(book("update", "BTC-USD", 5))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.events()).hasSize(1);
    }

    @Test
    void numbersBeginAnewWithASession() {
        decoding.decoder().begin();
        assertThat(decoding.decode(heartbeat(0))).isEqualTo(FrameResult.ALIVE);
        assertThat(decoding.events()).isEmpty();
    }

    @Test
    void aFrameWithoutANumberIsMalformed() {
        assertThat(decoding.decode(heartbeat(2).replace("sequence_num", "number")))
                .isEqualTo(FrameResult.MALFORMED);
    }
}
