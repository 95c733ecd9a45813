package io.millrace.feed.bybit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.WireMessages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages that other projects collected: each one with what it gives. */
class BybitMessagesTest {

    @Test
    void knowsCollectedMessagesOfEarlierVersions() throws IOException {
        assertThat(WireMessages.ofTardis("bybit.jsonl", Decoders.of(BybitVenue.LINEAR, Decoders.ALL)))
                .isEqualTo(WireMessages.expected("bybit-earlier.txt"));
        assertThat(WireMessages.ofTardis("bybit-spot.jsonl", Decoders.of(BybitVenue.SPOT, Decoders.ALL)))
                .isEqualTo(WireMessages.expected("bybit-spot-earlier.txt"));
    }

    @Test
    void decodesDocumentedMessages() throws IOException {
        assertThat(WireMessages.ofFixtures("bybit", () -> Decoders.of(BybitVenue.LINEAR, Decoders.ALL)))
                .isEqualTo(WireMessages.expected("bybit-documented.txt"));
    }
}
