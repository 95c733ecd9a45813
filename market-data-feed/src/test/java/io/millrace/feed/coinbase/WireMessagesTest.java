package io.millrace.feed.coinbase;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Decoding;
import io.millrace.feed.support.WireMessages;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Messages that other projects collected, of the Exchange feed, or took from documentation, of Advanced Trade. */
class WireMessagesTest {

    @Test
    void decodesCollectedMessages() throws IOException {
        assertThat(WireMessages.ofTardis("coinbase.jsonl", new Decoding(CoinbaseVenue.EXCHANGE).decoder()))
                .isEqualTo(WireMessages.expected("coinbase.txt"));
    }

    @Test
    void decodesDocumentedMessages() throws IOException {
        assertThat(WireMessages.ofFixtures("coinbase", () -> new Decoding(CoinbaseAdvancedVenue.ALL).decoder()))
                .isEqualTo(WireMessages.expected("coinbase-documented.txt"));
    }
}
