package io.millrace.engine.item;

import java.nio.ByteOrder;
import org.agrona.MutableDirectBuffer;

/**
 * Writes the fields of one item after one another, little-endian, without padding.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class FieldWriter {
    private static final int MAX_TEXT_CHARS = 65_535 / 3;

    private MutableDirectBuffer target;
    private int start;
    private int position;

    FieldWriter wrap(final MutableDirectBuffer buffer, final int offset) {
        target = buffer;
        start = offset;
        position = offset;
        return this;
    }

    int written() {
        return position - start;
    }

    public FieldWriter putByte(final byte value) {
        target.putByte(position, value);
        position += Byte.BYTES;
        return this;
    }

    public FieldWriter putBoolean(final boolean value) {
        return putByte((byte) (value ? 1 : 0));
    }

    public FieldWriter putInt(final int value) {
        target.putInt(position, value, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES;
        return this;
    }

    public FieldWriter putLong(final long value) {
        target.putLong(position, value, ByteOrder.LITTLE_ENDIAN);
        position += Long.BYTES;
        return this;
    }

    /** Writes the bits of a double; every NaN becomes the same one. */
    public FieldWriter putDouble(final double value) {
        return putLong(Double.doubleToLongBits(value));
    }

    /**
     * Writes text as UTF-8 behind its length in two bytes.
     *
     * @param value at most 21,845 characters
     */
    public FieldWriter putText(final CharSequence value) {
        if (value.length() > MAX_TEXT_CHARS) {
            throw new IllegalArgumentException(
                    "text of " + value.length() + " characters: at most " + MAX_TEXT_CHARS + " fit in a field");
        }
        final int length = Utf8.encode(value, target, position + Short.BYTES);
        target.putShort(position, (short) length, ByteOrder.LITTLE_ENDIAN);
        position += Short.BYTES + length;
        return this;
    }

    /** Writes an item of another type behind its length in four bytes. */
    public <T> FieldWriter putItem(final Codec<? super T> codec, final T item) {
        final int length = codec.encode(item, target, position + Integer.BYTES);
        target.putInt(position, length, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES + length;
        return this;
    }
}
