package io.millrace.operators.market;

import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;

/**
 * Writes the fields of an event at an address, the other side of {@link MarketEvent}: what is decoded with every frame must
 * not pay for bounds checks and barriers field by field. Who gives the address has made room for {@link #length()} bytes.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public abstract class EventWriter {
    private final long header;
    private final int length;
    private long body;

    EventWriter(final int blockLength, final int templateId) {
        header = inPlace(blockLength, MessageHeaderEncoder.blockLengthEncodingOffset())
                | inPlace(templateId, MessageHeaderEncoder.templateIdEncodingOffset())
                | inPlace(MessageHeaderEncoder.SCHEMA_ID, MessageHeaderEncoder.schemaIdEncodingOffset())
                | inPlace(MessageHeaderEncoder.SCHEMA_VERSION, MessageHeaderEncoder.versionEncodingOffset());
        length = MessageHeaderEncoder.ENCODED_LENGTH + blockLength;
    }

    /** The message header is four numbers of two bytes. */
    private static long inPlace(final int value, final int offset) {
        return (long) value << offset * Byte.SIZE;
    }

    /** Bytes of the event. */
    public int length() {
        return length;
    }

    final void begin(final long address) {
        OffHeap.int64(address, header);
        body = address + MessageHeaderEncoder.ENCODED_LENGTH;
    }

    final void int64(final int field, final long value) {
        OffHeap.int64(body + field, value);
    }

    final void int32(final int field, final int value) {
        OffHeap.int32(body + field, value);
    }

    final void int16(final int field, final int value) {
        OffHeap.int16(body + field, (short) value);
    }

    /** Address of a field. */
    final long address(final int field) {
        return body + field;
    }

    final void int8(final int field, final int value) {
        OffHeap.int8(body + field, (byte) value);
    }
}
