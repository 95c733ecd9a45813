package io.millrace.operators.market;

import io.millrace.operators.market.sbe.MessageHeaderDecoder;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A read-only view of an event's bytes.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public abstract class MarketEvent {
    private DirectBuffer buffer;
    private int offset;
    private int length;

    MarketEvent() {}

    final void wrap(final DirectBuffer source, final int at, final int eventLength) {
        buffer = source;
        offset = at;
        length = eventLength;
        final int blockLength =
                source.getShort(at + MessageHeaderDecoder.blockLengthEncodingOffset(), ByteOrder.LITTLE_ENDIAN)
                        & 0xFFFF;
        final int version =
                source.getShort(at + MessageHeaderDecoder.versionEncodingOffset(), ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        wrapBody(source, at + MessageHeaderDecoder.ENCODED_LENGTH, blockLength, version);
    }

    abstract void wrapBody(DirectBuffer source, int bodyOffset, int blockLength, int version);

    final DirectBuffer buffer() {
        return buffer;
    }

    final int offset() {
        return offset;
    }

    final int length() {
        return length;
    }
}
