package io.millrace.engine.loop;

import io.millrace.engine.channel.Channel;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.stage.StopSignal;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * Puts journaled records into the input channel. A batch may be larger than the channel.
 *
 * <p>Thread: the ingress thread. Allocation: none. Deterministic: yes.
 */
public final class InputPublisher implements BatchTarget {
    private final Channel channel;
    private final Health health;
    private final IdleStrategy idle;
    private final AtomicCounter waits;

    /** @param waits counts how often the channel was full: the measure of backpressure */
    public InputPublisher(
            final Channel channel, final Health health, final IdleStrategy idle, final AtomicCounter waits) {
        this.channel = channel;
        this.health = health;
        this.idle = idle;
        this.waits = waits;
    }

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        final int end = offset + length;
        int at = offset;
        while (at < end) {
            final int recordLength = RecordLayout.length(buffer, at);
            final int target = claim(recordLength);
            channel.buffer().putBytes(target, buffer, at, recordLength);
            at += RecordLayout.aligned(recordLength);
        }
        channel.publish();
    }

    /** Tells all stages to stop, or to reset. */
    public void control(final byte kind) {
        final int offset = claim(RecordLayout.HEADER);
        RecordLayout.header(channel.buffer(), offset, 0, kind, (byte) 0, 0, 0, 0, 0);
        channel.publish();
    }

    private int claim(final int length) {
        int offset = channel.tryClaim(length);
        if (offset >= 0) {
            return offset;
        }
        if (!channel.fits(length)) {
            throw tooLong(length);
        }
        channel.publish();
        waits.incrementRelease();
        while (offset < 0) {
            if (health.failed()) {
                throw StopSignal.INSTANCE;
            }
            idle.idle();
            offset = channel.tryClaim(length);
        }
        idle.reset();
        return offset;
    }

    private IllegalStateException tooLong(final int length) {
        return new IllegalStateException("a record of " + length + " bytes does not fit in the input channel of "
                + channel.capacity() * Channel.UNIT + " bytes: configure larger rings");
    }
}
