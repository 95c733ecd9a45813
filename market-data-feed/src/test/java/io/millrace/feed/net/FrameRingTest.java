package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.loop.Beginning;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Source;
import io.millrace.feed.binance.wire.BinanceDecoder;
import io.millrace.feed.support.Decoders;
import io.millrace.feed.support.Drain;
import io.millrace.feed.support.Frames;
import org.junit.jupiter.api.Test;

class FrameRingTest {
    private static final int UNITS = 16;

    private final FrameRing ring = new FrameRing("test", UNITS);
    private final BinanceDecoder decoder = Decoders.binance();
    private final Drain drain = new Drain(new RingSource(), 0);
    private boolean inletEnded;

    /** A source that only drains the ring. */
    private final class RingSource implements Source {
        @Override
        public int poll(final Inlet inlet) {
            return ring.drainTo(inlet);
        }

        @Override
        public boolean ended() {
            return inletEnded;
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }

    private boolean give(final String frame) {
        ring.beginFrame();
        Frames.decode(decoder, frame, ring);
        return ring.endFrame();
    }

    private static String trade(final int id) {
        return "{\"e\":\"trade\",\"E\":5,\"s\":\"BTCUSDT\",\"t\":" + id
                + ",\"p\":\"1.5\",\"q\":\"2\",\"T\":5,\"m\":true}";
    }

    private static String book(final int levels) {
        return "{\"e\":\"depthUpdate\",\"E\":5,\"s\":\"BTCUSDT\",\"U\":1,\"u\":2,\"a\":[],\"b\":[[\"1\",\"1\"]"
                + ",[\"1\",\"1\"]".repeat(levels - 1) + "]}";
    }

    @Test
    void carriesFramesWholeAndInOrder() {
        assertThat(give(trade(1))).isTrue();
        assertThat(give(book(3))).isTrue();
        assertThat(give("{\"result\":null,\"id\":1}")).isTrue();
        assertThat(ring.isFull()).isFalse();
        inletEnded = true;
        drain.toEnd();
        assertThat(drain.texts()).hasSize(5);
        assertThat(drain.texts().get(1)).contains(" id 1 ");
        assertThat(drain.texts().get(4)).endsWith(" end");
        assertThat(drain.positions()).containsOnly(-1L);
    }

    @Test
    void keepsFramesThatFindNoRoomUntilThereIsSome() {
        int given = 0;
        while (!ring.isFull()) {
            assertThat(give(trade(++given))).isTrue();
        }
        for (int i = 0; i < 100; i++) {
            assertThat(give(trade(++given))).isTrue();
        }
        assertThat(ring.waitingBytes()).isGreaterThan(100 * 80);
        final int all = given;
        drain.until(() -> {
            ring.flush();
            return drain.texts("trade").size() == all;
        });
        assertThat(ring.isFull()).isFalse();
        assertThat(ring.waitingBytes()).isZero();
        for (int i = 0; i < all; i++) {
            assertThat(drain.texts("trade").get(i)).contains(" id " + (i + 1) + " ");
        }
    }

    @Test
    void dropsAFrameThatCanNeverFitAndKeepsTheOthers() {
        assertThat(give(trade(1))).isTrue();
        assertThat(give(book(200))).isFalse();
        assertThat(give(trade(2))).isTrue();
        inletEnded = true;
        drain.toEnd();
        assertThat(drain.texts("trade")).hasSize(2);
        assertThat(drain.texts("delta")).isEmpty();
    }

    @Test
    void growsForLargeFrames() {
        final FrameRing large = new FrameRing("large", 1 << 14);
        large.beginFrame();
        for (int i = 0; i < 5_000; i++) {
            final int offset = large.claim(64);
            large.buffer().setMemory(offset, 64, (byte) i);
            large.commit(0, RecordKind.DATA, 64);
        }
        assertThat(large.endFrame()).isTrue();
        assertThat(large.isFull()).isFalse();
        final Inlet inlet = new Inlet(10_000, 1 << 20, Beginning.ofNothing(8));
        assertThat(large.drainTo(inlet)).isEqualTo(5_000);
    }
}
