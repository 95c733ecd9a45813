package io.millrace.engine.channel;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Writes and reads cells ({@link CellLayout}).
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class Cells {
    private static final int NO_KEY = 0;

    private Cells() {}

    /** Bytes of a cell with an item, whose stamp is one ordinal longer than {@code root}. */
    public static int length(final Stamp root, final int keyLength, final int payloadLength) {
        return CellLayout.payload(root.pathLength() + 1, root.keyLength(), keyLength) + payloadLength;
    }

    /** Bytes of a control cell that carries {@code stamp} as it is. */
    public static int controlLength(final Stamp stamp, final int payloadLength) {
        return CellLayout.payload(stamp.pathLength(), stamp.keyLength(), NO_KEY) + payloadLength;
    }

    /**
     * Writes an item that crosses a boundary.
     *
     * @param ordinal how many items the stage had emitted before, for what it works on
     * @param key     key of the item, if it is a number
     * @param keyHash hash of the key by value: chooses the part
     */
    public static void writeItem(
            final MutableDirectBuffer buffer,
            final int offset,
            final int edge,
            final Stamp root,
            final int ordinal,
            final long key,
            final int keyHash,
            final DirectBuffer keyText,
            final int keyOffset,
            final int keyLength,
            final DirectBuffer payload,
            final int payloadLength) {
        head(buffer, offset, RecordKind.DATA, edge, length(root, keyLength, payloadLength));
        root.store(buffer, offset, ordinal);
        buffer.putLong(offset + CellLayout.KEY, key, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(offset + CellLayout.KEY_HASH, keyHash, ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(offset + CellLayout.KEY_LENGTH, (short) keyLength, ByteOrder.LITTLE_ENDIAN);
        final int keyAt = keyOffset(root.pathLength() + 1, root.keyLength());
        buffer.putBytes(offset + keyAt, keyText, keyOffset, keyLength);
        final int payloadAt = CellLayout.payload(root.pathLength() + 1, root.keyLength(), keyLength);
        buffer.putBytes(offset + payloadAt, payload, 0, payloadLength);
    }

    /** Writes a cell without an item: a promise, or a record that every stage must see. */
    public static void writeControl(
            final MutableDirectBuffer buffer,
            final int offset,
            final byte kind,
            final int input,
            final Stamp stamp,
            final DirectBuffer payload,
            final int payloadOffset,
            final int payloadLength) {
        head(buffer, offset, kind, input, controlLength(stamp, payloadLength));
        stamp.store(buffer, offset, Stamp.NO_ORDINAL);
        buffer.putShort(offset + CellLayout.KEY_LENGTH, (short) 0, ByteOrder.LITTLE_ENDIAN);
        final int payloadAt = CellLayout.payload(stamp.pathLength(), stamp.keyLength(), NO_KEY);
        buffer.putBytes(offset + payloadAt, payload, payloadOffset, payloadLength);
    }

    /** Writes a promise: {@code stamp} and one more ordinal, before which nothing more will come. */
    public static void writeFrontier(
            final MutableDirectBuffer buffer, final int offset, final Stamp stamp, final int ordinal) {
        head(buffer, offset, RecordKind.FRONTIER, 0, length(stamp, NO_KEY, 0));
        stamp.store(buffer, offset, ordinal);
        buffer.putShort(offset + CellLayout.KEY_LENGTH, (short) 0, ByteOrder.LITTLE_ENDIAN);
    }

    private static void head(
            final MutableDirectBuffer buffer, final int offset, final byte kind, final int edge, final int length) {
        buffer.putInt(offset + CellLayout.LENGTH, length, ByteOrder.LITTLE_ENDIAN);
        buffer.putByte(offset + CellLayout.KIND, kind);
        buffer.putShort(offset + CellLayout.EDGE, (short) edge, ByteOrder.LITTLE_ENDIAN);
    }

    /** Edge that an item crossed; of a control cell, the input that the record came from. */
    public static int edge(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + CellLayout.EDGE, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /** Key of the item, if it is a number. */
    public static long key(final DirectBuffer buffer, final int offset) {
        return buffer.getLong(offset + CellLayout.KEY, ByteOrder.LITTLE_ENDIAN);
    }

    public static int keyHash(final DirectBuffer buffer, final int offset) {
        return buffer.getInt(offset + CellLayout.KEY_HASH, ByteOrder.LITTLE_ENDIAN);
    }

    /** Bytes of the item's key, if it is text. */
    public static int keyLength(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + CellLayout.KEY_LENGTH, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    /** Where the bytes of a text key stand. */
    public static int keyOffset(final DirectBuffer buffer, final int offset) {
        return offset + keyOffset(pathLength(buffer, offset), rootKeyLength(buffer, offset));
    }

    /** Where the payload stands; it reaches to the end of the cell. */
    public static int payloadOffset(final DirectBuffer buffer, final int offset) {
        return offset
                + CellLayout.payload(
                        pathLength(buffer, offset), rootKeyLength(buffer, offset), keyLength(buffer, offset));
    }

    private static int keyOffset(final int pathLength, final int rootKeyLength) {
        return CellLayout.TAIL + pathLength * Integer.BYTES + rootKeyLength;
    }

    private static int pathLength(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + CellLayout.PATH_LENGTH, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }

    private static int rootKeyLength(final DirectBuffer buffer, final int offset) {
        return buffer.getShort(offset + CellLayout.ROOT_KEY_LENGTH, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
    }
}
