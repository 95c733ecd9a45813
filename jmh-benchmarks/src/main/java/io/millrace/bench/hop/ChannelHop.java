package io.millrace.bench.hop;

import io.millrace.engine.channel.Channel;
import io.millrace.engine.channel.ChannelReader;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** A channel from one thread to another, as stages use it; the record is one of a trade's size. */
final class ChannelHop implements Hop {
    private static final int PAYLOAD = 64;

    private final Channel channel;
    private final ChannelReader reader;
    private final IdleStrategy sending = new YieldingIdleStrategy();
    private final IdleStrategy receiving = new YieldingIdleStrategy();

    ChannelHop(final int units) {
        channel = new Channel("hop", units);
        reader = channel.reader();
    }

    @Override
    public void send(final long value) {
        int offset = channel.tryClaim(RecordLayout.HEADER + PAYLOAD);
        while (offset < 0) {
            sending.idle();
            offset = channel.tryClaim(RecordLayout.HEADER + PAYLOAD);
        }
        RecordLayout.header(channel.buffer(), offset, PAYLOAD, RecordKind.DATA, (byte) 0, 0, value, value, value);
        for (int i = 0; i < PAYLOAD; i += Long.BYTES) {
            channel.buffer().putLong(offset + RecordLayout.HEADER + i, value);
        }
        channel.publish();
    }

    @Override
    public long receive() {
        while (!reader.poll()) {
            receiving.idle();
        }
        final long value = channel.buffer().getLong(reader.offset() + RecordLayout.HEADER);
        reader.release();
        return value;
    }
}
