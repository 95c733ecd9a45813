package io.millrace.operators.market;

import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import java.math.BigDecimal;
import java.nio.ByteOrder;
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

    /** Address of an event, wherever it is: what is on the heap is copied. */
    final long address(final DirectBuffer source, final int offset, final int length) {
        return source.byteArray() == null ? source.addressOffset() + offset : copy(source, offset, length);
    }

    private long copy(final DirectBuffer source, final int offset, final int length) {
        if (bytes.byteBuffer() == null || bytes.capacity() < length) {
            bytes.wrap(BufferUtil.allocateDirectAligned(length, Long.BYTES));
        }
        bytes.putBytes(0, source, offset, length);
        return bytes.addressOffset();
    }

    final IllegalArgumentException tooShort(final int length, final int blockLength) {
        return new IllegalArgumentException(getClass().getSimpleName() + " of " + length + " bytes: at least "
                + (MessageHeaderDecoder.ENCODED_LENGTH + blockLength) + " are needed");
    }

    final long int64(final int field) {
        return OffHeap.int64(body + field);
    }

    final int int32(final int field) {
        return OffHeap.int32(body + field);
    }

    final int uint16(final int field) {
        return OffHeap.int16(body + field) & 0xFFFF;
    }

    final byte int8(final int field) {
        return OffHeap.int8(body + field);
    }

    /** Copies header and fields, all that whoever wrote the event knew. */
    final int copyTo(final MutableDirectBuffer target, final int offset) {
        final long start = body - MessageHeaderDecoder.ENCODED_LENGTH;
        final int length = length();
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            target.putLong(offset + at, OffHeap.int64(start + at), ByteOrder.LITTLE_ENDIAN);
        }
        for (; at < length; at++) {
            target.putByte(offset + at, OffHeap.int8(start + at));
        }
        return length;
    }

    /** A scaled number as people write it. */
    static String decimal(final long scaled, final int scale) {
        return BigDecimal.valueOf(scaled, scale).toPlainString();
    }

    /** Bytes of header and fields. */
    int length() {
        return MessageHeaderDecoder.ENCODED_LENGTH
                + uint16(MessageHeaderDecoder.blockLengthEncodingOffset() - MessageHeaderDecoder.ENCODED_LENGTH);
    }
}
