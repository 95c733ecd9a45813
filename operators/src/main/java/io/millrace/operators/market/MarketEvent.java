package io.millrace.operators.market;

import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import java.math.BigDecimal;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A read-only view of an event's bytes: their address and no more, so that moving on to the next event is one store, and
 * reading a field is one load.
 *
 * <p>Thread: one. Allocation: none, unless the bytes are on the heap. Deterministic: yes.
 */
public abstract class MarketEvent {
    private final UnsafeBuffer bytes = new UnsafeBuffer(0, 0);
    private long body;

    MarketEvent() {}

    /**
     * Moves to another event.
     *
     * @param blockLength bytes of the fields that this class knows; checked here, once for all fields
     */
    final void view(final long address, final int length, final int blockLength) {
        if (length < MessageHeaderDecoder.ENCODED_LENGTH + blockLength) {
            throw tooShort(length, blockLength);
        }
        body = address + MessageHeaderDecoder.ENCODED_LENGTH;
    }

    /** Moves to another event, wherever it is. */
    final void wrap(final DirectBuffer source, final int offset, final int length, final int blockLength) {
        final boolean onHeap = source.byteArray() != null;
        view(onHeap ? copy(source, offset, length) : source.addressOffset() + offset, length, blockLength);
    }

    private long copy(final DirectBuffer source, final int offset, final int length) {
        if (bytes.byteBuffer() == null || bytes.capacity() < length) {
            bytes.wrap(BufferUtil.allocateDirectAligned(length, Long.BYTES));
        }
        bytes.putBytes(0, source, offset, length);
        return bytes.addressOffset();
    }

    private IllegalArgumentException tooShort(final int length, final int blockLength) {
        return new IllegalArgumentException(getClass().getSimpleName() + " of " + length + " bytes: at least "
                + (MessageHeaderDecoder.ENCODED_LENGTH + blockLength) + " are needed");
    }

    final long int64(final int field) {
        return OffHeap.int64(body + field);
    }

    final int int32(final int field) {
        return OffHeap.int32(body + field);
    }

    final byte int8(final int field) {
        return OffHeap.int8(body + field);
    }

    /** Copies header and fields, all that whoever wrote the event knew. */
    final int copyTo(final MutableDirectBuffer target, final int offset) {
        final int length = length();
        for (int at = 0; at < length; at++) {
            target.putByte(offset + at, OffHeap.int8(start() + at));
        }
        return length;
    }

    /** A scaled number as people write it. */
    static String decimal(final long scaled, final int scale) {
        return BigDecimal.valueOf(scaled, scale).toPlainString();
    }

    private long start() {
        return body - MessageHeaderDecoder.ENCODED_LENGTH;
    }

    private int length() {
        final int blockLength = OffHeap.int16(start() + MessageHeaderDecoder.blockLengthEncodingOffset()) & 0xFFFF;
        return MessageHeaderDecoder.ENCODED_LENGTH + blockLength;
    }
}
