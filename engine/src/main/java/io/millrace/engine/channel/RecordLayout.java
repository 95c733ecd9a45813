package io.millrace.engine.channel;

import io.millrace.engine.item.OffHeap;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The header of a record, as it stands in the journal and in the input channel. Little-endian.
 *
 * <pre>
 *   0               4       5       6               8
 *  +---------------+-------+-------+---------------+-------------------------------+
 *  | length        | kind  | flags | input         | inputSeq                      |
 *  +---------------+-------+-------+---------------+-------------------------------+
 *  | ingestTime                    | position                                      |
 *  16------------------------------24----------------------------------------------+
 *  | payload ...                                                                    32
 * </pre>
 *
 * {@code length} counts header and payload, without padding. {@code inputSeq} is contiguous for the life of a journal and
 * starts at 0. {@code ingestTime} is in epoch nanoseconds. {@code position} is the source's own place (a file offset, a
 * frame number), or {@link #NO_POSITION}. In a batch the next record starts at the next multiple of 8.
 */
public final class RecordLayout {
    public static final int LENGTH = 0;
    public static final int KIND = 4;
    public static final int FLAGS = 5;
    public static final int INPUT = 6;
    public static final int INPUT_SEQ = 8;
    public static final int INGEST_TIME = 16;
    public static final int POSITION = 24;
    public static final int HEADER = 32;

    /** Alignment of records in a batch. */
    public static final int ALIGNMENT = 8;

    /** On an {@link RecordKind#INPUT_END}: no input is open any more. */
    public static final byte FLAG_LAST = 1;

    /** Position of a source that has none. */
    public static final long NO_POSITION = -1;

    private RecordLayout() {}

    /** Kind, flags and input of a DATA record of an input, as the four bytes at {@link #KIND} have them. */
    public static int dataOf(final int input) {
        return RecordKind.DATA | input << 16;
    }

    public static int length(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + LENGTH, ByteOrder.LITTLE_ENDIAN);
    }

    public static byte kind(final DirectBuffer buffer, final int offset) {
        return buffer.getByte(offset + KIND);
    }

    public static byte flags(final DirectBuffer buffer, final int offset) {
        return buffer.getByte(offset + FLAGS);
    }

    /** Index of the input, 0 to 65,535. */
    public static int input(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + INPUT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    public static long inputSeq(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + INPUT_SEQ, ByteOrder.LITTLE_ENDIAN);
    }

    public static long ingestTime(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + INGEST_TIME, ByteOrder.LITTLE_ENDIAN);
    }

    public static long position(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + POSITION, ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes that a record of this length takes in a batch. */
    public static int aligned(final int length) {
        return length + (ALIGNMENT - 1) & -ALIGNMENT;
    }

    /** Writes a header; the payload of {@code payloadLength} bytes stands, or will stand, behind it. */
    public static void header(
            final MutableDirectBuffer buffer,
            final int offset,
            final int payloadLength,
            final byte kind,
            final byte flags,
            final int input,
            final long inputSeq,
            final long ingestTime,
            final long position) {
        buffer.putLong(offset, firstWord(payloadLength, kind, flags, input), ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + INPUT_SEQ, inputSeq, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + INGEST_TIME, ingestTime, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + POSITION, position, ByteOrder.LITTLE_ENDIAN);
    }

    /** The same at an address outside the heap. */
    public static void header(
            final long address,
            final int payloadLength,
            final byte kind,
            final byte flags,
            final int input,
            final long inputSeq,
            final long ingestTime,
            final long position) {
        OffHeap.int64(address, firstWord(payloadLength, kind, flags, input));
        OffHeap.int64(address + INPUT_SEQ, inputSeq);
        OffHeap.int64(address + INGEST_TIME, ingestTime);
        OffHeap.int64(address + POSITION, position);
    }

    private static long firstWord(final int payloadLength, final byte kind, final byte flags, final int input) {
        return (HEADER + payloadLength) & 0xFFFFFFFFL
                | (kind & 0xFFL) << 32
                | (flags & 0xFFL) << 40
                | (long) input << 48;
    }
}
