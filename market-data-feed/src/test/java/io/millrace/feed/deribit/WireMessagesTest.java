package io.millrace.feed.deribit;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Decoding;
import io.millrace.feed.support.WireMessages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages that other projects collected or took from documentation; what is expected of each one is listed. */
class WireMessagesTest {
    @Test
    void decodesCollectedMessages() throws IOException {
        assertThat(WireMessages.ofTardis("deribit.jsonl", new Decoding(DeribitVenue.ALL).decoder()))
                .isEqualTo(WireMessages.expected("deribit.txt"));
    }

    @Test
    void decodesDocumentedMessages() throws IOException {
        assertThat(WireMessages.ofFixtures("deribit", () -> new Decoding(DeribitVenue.ALL).decoder()))
                .isEqualTo(WireMessages.expected("deribit-documented.txt"));
    }
}
