package io.millrace.engine.loop;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.Codec;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.ExpandableArrayBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.MessageHandler;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.ringbuffer.ManyToOneRingBuffer;
import org.agrona.concurrent.ringbuffer.RingBufferDescriptor;

/**
 * Commands on their way from outside into the flow.
 *
 * <p>Thread: any thread offers, the ingress thread drains. Allocation: offering allocates, draining does not.
 */
public final class CommandQueue {
    private static final int CAPACITY = 1 << 16;
    private static final int FIRST_TYPE = 1;

    private final ManyToOneRingBuffer ring = new ManyToOneRingBuffer(new UnsafeBuffer(BufferUtil.allocateDirectAligned(
            CAPACITY + RingBufferDescriptor.TRAILER_LENGTH, BitUtil.CACHE_LINE_LENGTH)));
    private final MessageHandler handler;
    private Inlet inlet;

    public CommandQueue() {
        handler = new MessageHandler() {
            @Override
            public void onMessage(
                    final int type, final MutableDirectBuffer source, final int offset, final int length) {
                onCommand(type - FIRST_TYPE, source, offset, length);
            }
        };
    }

    /**
     * Offers a command.
     *
     * @param input number of the command input
     * @return whether there was room
     */
    public <T> boolean offer(final int input, final Codec<T> codec, final T command) {
        final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
        return ring.write(input + FIRST_TYPE, bytes, 0, codec.encode(command, bytes, 0));
    }

    int drainTo(final Inlet target) {
        inlet = target;
        return ring.read(handler);
    }

    private void onCommand(final int input, final MutableDirectBuffer source, final int offset, final int length) {
        inlet.beginFrame(RecordLayout.NO_POSITION);
        final int target = inlet.claim(length);
        inlet.buffer().putBytes(target, source, offset, length);
        inlet.commit(input, RecordKind.COMMAND, length);
        inlet.endFrame();
    }
}
