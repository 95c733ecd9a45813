package io.millrace.engine.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import org.agrona.concurrent.YieldingIdleStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ChannelTest {
    private static int write(final Channel channel, final int length, final int value) {
        final int offset = channel.tryClaim(length);
        if (offset >= 0) {
            channel.buffer().putInt(offset, length);
            channel.buffer().putByte(offset + RecordLayout.KIND, RecordKind.DATA);
            channel.buffer().putInt(offset + length - Integer.BYTES, value);
            channel.publish();
        }
        return offset;
    }

    private static int read(final ChannelReader reader) {
        final int value = reader.buffer().getInt(reader.offset() + reader.length() - Integer.BYTES);
        reader.release();
        return value;
    }

    @Test
    void givesRecordsOfAnyLengthInOrder() {
        final Channel channel = new Channel("test", 8);
        final ChannelReader reader = channel.reader();
        for (int i = 0; i < 1_000; i++) {
            final int length = 16 + i * 7 % 400;
            while (write(channel, length, i) < 0) {
                assertThat(reader.poll()).as("only padding stands in the way").isFalse();
            }
            assertThat(reader.poll()).isTrue();
            assertThat(reader.length()).isEqualTo(length);
            assertThat(read(reader)).isEqualTo(i);
            assertThat(reader.poll()).isFalse();
        }
    }

    @Test
    void hasNoRoomUntilTheSlowestReaderHasLetGo() {
        final Channel channel = new Channel("test", 4);
        final ChannelReader fast = channel.reader();
        final ChannelReader slow = channel.reader();
        for (int i = 0; i < 4; i++) {
            assertThat(write(channel, 64, i)).isNotNegative();
        }
        assertThat(write(channel, 64, 4)).isNegative();
        for (int i = 0; i < 4; i++) {
            assertThat(fast.poll()).isTrue();
            read(fast);
        }
        assertThat(write(channel, 64, 4)).isNegative();
        assertThat(slow.poll()).isTrue();
        assertThat(read(slow)).isZero();
        assertThat(write(channel, 64, 4)).isNotNegative();
    }

    @Test
    void neverWrapsARecord() {
        final Channel channel = new Channel("test", 4);
        final ChannelReader reader = channel.reader();
        for (int i = 0; i < 100; i++) {
            while (write(channel, 150, i) < 0) {
                assertThat(reader.poll()).isTrue();
                read(reader);
            }
        }
        assertThat(channel.fits(256)).isTrue();
        assertThat(channel.fits(257)).isFalse();
    }

    @Test
    void refusesASizeThatIsNoPowerOfTwo() {
        assertThatThrownBy(() -> new Channel("odd", 12)).hasMessageContaining("'odd': 12 units is not a power of two");
    }

    @Test
    void carriesEverythingFromThreadToThread() throws InterruptedException {
        final int records = 200_000;
        final Channel channel = new Channel("test", 64);
        final ChannelReader reader = channel.reader();
        final AtomicReference<Throwable> failure = new AtomicReference<>();
        final Thread consumer = new Thread(() -> {
            try {
                for (int i = 0; i < records; i++) {
                    while (!reader.poll()) {
                        YieldingIdleStrategy.INSTANCE.idle();
                    }
                    assertThat(read(reader)).isEqualTo(i);
                }
            } catch (final Throwable e) {
                failure.set(e);
            }
        });
        consumer.start();
        final Random random = new Random(1);
        for (int i = 0; i < records; i++) {
            final int length = 8 + random.nextInt(300);
            while (write(channel, length, i) < 0) {
                assertThat(failure.get()).isNull();
                YieldingIdleStrategy.INSTANCE.idle();
            }
        }
        consumer.join();
        assertThat(failure.get()).isNull();
    }
}
