package io.millrace.feed.capture;

import io.millrace.engine.item.OffHeap;
import io.millrace.feed.decode.EventTarget;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Takes events and keeps none: for frames that are decoded only so that the decoder has seen them. */
final class DroppedEvents implements EventTarget {
    private static final int USUAL_EVENT = 1 << 12;

    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(USUAL_EVENT, Long.BYTES));

    @Override
    public UnsafeBuffer buffer() {
        return buffer;
    }

    @Override
    public int claim(final int maxLength) {
        if (maxLength > buffer.capacity()) {
            buffer.wrap(BufferUtil.allocateDirectAligned(maxLength, Long.BYTES));
        }
        return 0;
    }

    @Override
    public long claimAddress(final int maxLength) {
        claim(maxLength);
        return OffHeap.address(buffer);
    }

    @Override
    public void commit(final int input, final byte kind, final int length) {
        // Not wanted.
    }
}
