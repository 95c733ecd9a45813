package io.millrace.feed.binance;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.decode.FrameDecoder;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.WireMessages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages that other projects collected, over the years in which the venue changed them: each one with what it gives. */
class WireMessagesTest {
    private static FrameDecoder decoder(final BinanceVenue venue) {
        return Decoders.of(venue, Decoders.ALL);
    }

    @Test
    void decodesCollectedMessagesOfSpot() throws IOException {
        assertThat(WireMessages.ofTardis("binance.jsonl", decoder(BinanceVenue.SPOT)))
                .isEqualTo(WireMessages.expected("binance-spot.txt"));
    }

    @Test
    void decodesCollectedMessagesOfFuturesWithMarginInUsd() throws IOException {
        assertThat(WireMessages.ofTardis("binance-futures.jsonl", decoder(BinanceVenue.USDM)))
                .isEqualTo(WireMessages.expected("binance-usdm.txt"));
    }

    @Test
    void decodesCollectedMessagesOfFuturesWithMarginInCoins() throws IOException {
        assertThat(WireMessages.ofTardis("binance-delivery.jsonl", decoder(BinanceVenue.COINM)))
                .isEqualTo(WireMessages.expected("binance-coinm.txt"));
    }

    @Test
    void decodesDocumentedMessages() throws IOException {
        assertThat(WireMessages.ofFixtures("binance", () -> decoder(BinanceVenue.USDM)))
                .isEqualTo(WireMessages.expected("binance-documented.txt"));
    }
}
