package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Reads state in the order in which {@link StateWriter} wrote it. Not hot.
 *
 * <p>Thread: the stage's. Allocation: text and immutable items. Deterministic: yes.
 */
public final class StateReader {
    private final DirectBuffer source;
    private final int end;
    private int position;

    /** Reads {@code length} bytes from {@code offset}; they must stand outside the heap and stay as they are. */
    public StateReader(final DirectBuffer source, final int offset, final int length) {
        this.source = source;
        this.position = offset;
        this.end = offset + length;
    }

    /** Whether anything is left. */
    public boolean hasMore() {
        return position < end;
    }

    /** A key: the stage's number for it. */
    public long takeKey(final KeySpace space) {
        if (!(space instanceof TextKeys keys)) {
            return takeLong();
        }
        final int length = takeInt();
        final long key = keys.of(source, position, length);
        position += length;
        return key;
    }

    public long takeLong() {
        final long value = source.getLong(position, ByteOrder.LITTLE_ENDIAN);
        position += Long.BYTES;
        return value;
    }

    public int takeInt() {
        final int value = source.getInt(position, ByteOrder.LITTLE_ENDIAN);
        position += Integer.BYTES;
        return value;
    }

    public boolean takeBoolean() {
        return source.getByte(position++) != 0;
    }

    public String takeText() {
        final byte[] text = new byte[takeInt()];
        source.getBytes(position, text);
        position += text.length;
        return new String(text, StandardCharsets.UTF_8);
    }

    /**
     * An item.
     *
     * @param reuse an item of {@link Codec#create()}
     * @return {@code reuse}, or a new item if items of the type are immutable; if it is a view, valid as long as the
     *     bytes that are read here
     */
    public <T> T takeItem(final Codec<T> codec, final T reuse) {
        final int length = takeInt();
        final T item = codec.decode(source, position, length, reuse);
        position += length;
        return item;
    }

    /** Bytes: gives their number, and {@link #takeBytes} must follow. */
    public int takeLength() {
        return takeInt();
    }

    /** The buffer that {@link #takeBytes} points into. */
    public DirectBuffer buffer() {
        return source;
    }

    /** Passes over bytes and gives where in {@link #buffer()} they begin. */
    public int takeBytes(final int length) {
        final int offset = position;
        position += length;
        return offset;
    }
}
