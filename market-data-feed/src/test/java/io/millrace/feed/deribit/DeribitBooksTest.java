package io.millrace.feed.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.support.Decoding;
import org.junit.jupiter.api.Test;

/** Books whose messages say whether they are snapshots, and older ones that don't. */
class DeribitBooksTest {
    private final Decoding decoding = new Decoding(DeribitVenue.ALL);

    private static String book(final String members) {
        return "{'jsonrpc':'2.0','method':'subscription','params':{'channel':'book.BTC-PERPETUAL.100ms','data':{"
                + members
                + "'timestamp':1699999999000,'instrument_name':'BTC-PERPETUAL','change_id':7,"
                + "'bids':[['new',9999.5,10]],'asks':[]}}}";
    }

    @Test
    void aBookWithoutTypeAndNumberBeforeIsASnapshotOfTheOldForm() {
        assertThat(decoding.decode(book(""))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.events()).hasSize(1);
        assertThat(decoding.events().get(0)).contains("snapshot");
    }

    @Test
    void aSessionThatSaysTypesSaysThemAlways() {
        assertThat(decoding.decode(book("'type':'snapshot',"))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.decode(book(""))).isEqualTo(FrameResult.MALFORMED);
        decoding.decoder().begin();
        assertThat(decoding.decode(book(""))).isEqualTo(FrameResult.EVENTS);
    }

    @Test
    void aChangeOfNothingIsASnapshotAtTheBeginningOnly() {
        assertThat(decoding.decode(book("'type':'change','prev_change_id':0,"))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.events().get(0)).contains("snapshot");
        assertThat(decoding.decode(book("'type':'change','prev_change_id':0,"))).isEqualTo(FrameResult.EVENTS);
        assertThat(decoding.events().get(0)).doesNotContain("snapshot");
    }
}
