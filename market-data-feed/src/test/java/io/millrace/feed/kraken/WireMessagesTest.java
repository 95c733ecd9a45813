package io.millrace.feed.kraken;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Decoding;
import io.millrace.feed.support.WireMessages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages that other projects collected or took from documentation; what is expected of each one is listed. */
class WireMessagesTest {
    @Test
    void decodesCollectedMessages() throws IOException {
        assertThat(WireMessages.ofTardis("kraken.jsonl", new Decoding(KrakenVenue.SPOT).decoder()))
                .isEqualTo(WireMessages.expected("kraken.txt"));
    }

    @Test
    void decodesDocumentedMessages() throws IOException {
        assertThat(WireMessages.ofFixtures("kraken", () -> new Decoding(KrakenVenue.SPOT).decoder()))
                .isEqualTo(WireMessages.expected("kraken-documented.txt"));
    }
}
