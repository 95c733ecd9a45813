package io.millrace.engine.item;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Reads the fields of one item in the order in which {@link FieldWriter} wrote them.
 *
 * <p>Thread: one. Allocation: none, but {@link #takeText()}. Deterministic: yes.
 */
public final class FieldReader {
    /** What fields of a spoiled item hold. */
    static final long SPOILED = 0xDEAD_BEEF_DEAD_BEEFL;

    private static final String SPOILED_TEXT = "spoiled: this item was kept beyond its call, or not filled";

    /** Null while every field reads as spoiled. */
    private DirectBuffer source;

    private int position;
    private int end;

    FieldReader wrap(final DirectBuffer buffer, final int offset, final int length) {
        source = buffer;
        position = offset;
        end = offset + length;
        return this;
    }

    /** From now on gives values that nobody meant, whatever is taken. */
    FieldReader spoiled() {
        source = null;
        return this;
    }

    /** Whether fields are left: what an older version wrote may end early. */
    public boolean hasMore() {
        return source != null && position < end;
    }

    public byte takeByte() {
        if (source == null) {
            return (byte) SPOILED;
        }
        final byte value = source.getByte(position);
        position += Byte.BYTES;
        return value;
    }

    public boolean takeBoolean() {
        return takeByte() != 0;
    }

    public int takeInt() {
        if (source == null) {
            return (int) SPOILED;
        }
        final int value = source.getInt(position, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES;
        return value;
    }

    public long takeLong() {
        if (source == null) {
            return SPOILED;
        }
        final long value = source.getLong(position, ByteOrder.LITTLE_ENDIAN);
        position += Long.BYTES;
        return value;
    }

    public double takeDouble() {
        return Double.longBitsToDouble(takeLong());
    }

    /** Reads text; allocates the string. */
    public String takeText() {
        if (source == null) {
            return SPOILED_TEXT;
        }
        final int length = source.getShort(position, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        final byte[] bytes = new byte[length];
        source.getBytes(position + Short.BYTES, bytes);
        position += Short.BYTES + length;
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /** Reads an item of another type into {@code reuse}, or makes a new one if items of that type are immutable. */
    public <T> T takeItem(final Codec<T> codec, final T reuse) {
        if (source == null) {
            return reuse;
        }
        final int length = takeInt();
        final T item = codec.decode(source, position, length, reuse);
        position += length;
        return item;
    }
}
