package io.millrace.feed.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.Venue;
import io.millrace.feed.Venues;
import io.millrace.feed.decode.FeedInputs;
import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.decode.FrameEvents;
import io.millrace.feed.decode.FrameGate;
import io.millrace.feed.decode.FrameResult;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.feed.support.Frames;
import io.millrace.feed.support.Recorder;
import org.junit.jupiter.api.Test;

class CoinbaseDecoderTest {
    private final Venue venue = Venues.find("coinbase");
    private final KnownInstruments instruments = new KnownInstruments(venue.name(), 0, venue.names(), venue.book(0));
    private final FrameDecoder decoder =
            venue.decoder(new FrameEvents(new FeedInputs(0, 1, 2, 3, 4, 5), instruments, FrameGate.OPEN), instruments);
    private final Recorder recorder = new Recorder();

    @Test
    void anUpdateWhoseFirstBracketIsDamagedIsHeldAgainstTheBook() {
        final String snapshot =
                "{\"type\":\"snapshot\",\"product_id\":\"BTC-USD\",\"bids\":[[\"1.0\",\"2\"]],\"asks\":[[\"3.0\",\"4\"]]}";
        assertThat(Frames.decode(decoder, snapshot, recorder)).isEqualTo(FrameResult.EVENTS);
        recorder.clear();
        final String damaged =
                "[\"type\":\"l2update\",\"product_id\":\"BTC-USD\",\"changes\":[[\"buy\",\"1.0\",\"0\"]]}";
        assertThat(Frames.decode(decoder, damaged, recorder)).isEqualTo(FrameResult.MALFORMED);
        assertThat(recorder.events())
                .as("a mark that the book is not to be trusted")
                .hasSize(1);
    }
}
