package io.millrace.feed.okx;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Decoding;
import io.millrace.feed.support.WireMessages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages that other projects collected or took from documentation; what is expected of each one is listed. */
class WireMessagesTest {
    @Test
    void decodesCollectedMessagesOfSpot() throws IOException {
        assertThat(WireMessages.ofTardis("okex.jsonl", new Decoding(OkxVenue.ALL).decoder()))
                .isEqualTo(WireMessages.expected("okex.txt"));
    }

    @Test
    void decodesCollectedMessagesOfSwaps() throws IOException {
        assertThat(WireMessages.ofTardis("okex-swap.jsonl", new Decoding(OkxVenue.ALL).decoder()))
                .isEqualTo(WireMessages.expected("okex-swap.txt"));
    }

    @Test
    void decodesDocumentedMessages() throws IOException {
        assertThat(WireMessages.ofFixtures("okx", () -> new Decoding(OkxVenue.ALL).decoder()))
                .isEqualTo(WireMessages.expected("okx-documented.txt"));
    }
}
