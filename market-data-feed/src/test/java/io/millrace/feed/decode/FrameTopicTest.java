package io.millrace.feed.decode;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.feed.support.Frames;
import org.junit.jupiter.api.Test;

class FrameTopicTest {
    private final FrameTopic topic = new FrameTopic();

    private void read(final String symbols) {
        final byte[] frame = Frames.padded(symbols);
        final JsonCursor cursor = new JsonCursor();
        topic.clear(frame);
        cursor.begin(frame, 0, symbols.length());
        cursor.enterArray();
        while (cursor.nextElement()) {
            cursor.text();
            topic.symbol(cursor);
        }
    }

    @Test
    void knowsTheOneInstrument() {
        read("[\"BTC/USD\",\"BTC/USD\"]");
        assertThat(topic.symbolLength()).isEqualTo(7);
    }

    @Test
    void forgetsNoneOfSeveralInstruments() {
        read("[\"BTC/USD\",\"ETH/USD\",\"ETH/USD\"]");
        assertThat(topic.symbolLength())
                .as("unknown, so all of the connection suffer")
                .isZero();
    }

    @Test
    void beginsAnewWithEachFrame() {
        read("[\"BTC/USD\",\"ETH/USD\"]");
        read("[\"ETH/USD\"]");
        assertThat(topic.symbolLength()).isEqualTo(7);
        assertThat(topic.kind()).isEqualTo(FrameKind.OTHER);
        assertThat(topic.requestId()).isEqualTo(-1);
    }
}
