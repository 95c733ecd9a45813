package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Utf8;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableDirectByteBuffer;

/**
 * State as bytes in canonical order: for snapshots, and for the hash that tells whether two states are equal. What is
 * written is read back in the same order by {@link StateReader}. Not hot.
 *
 * <p>Thread: the stage's. Allocation: grows. Deterministic: equal state gives equal bytes.
 */
public final class StateWriter {
    private static final int USUAL = 4_096;

    private final ExpandableDirectByteBuffer bytes = new ExpandableDirectByteBuffer(USUAL);
    private int length;

    /** A key, by value. */
    public StateWriter putKey(final KeySpace space, final long key) {
        if (!(space instanceof TextKeys)) {
            return putLong(key);
        }
        return putBytes(space.text(), space.textOffset(key), space.textLength(key));
    }

    public StateWriter putLong(final long value) {
        bytes.putLong(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Long.BYTES;
        return this;
    }

    public StateWriter putInt(final int value) {
        bytes.putInt(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Integer.BYTES;
        return this;
    }

    public StateWriter putBoolean(final boolean value) {
        bytes.putByte(length++, (byte) (value ? 1 : 0));
        return this;
    }

    /** An item, behind its length. */
    public <T> StateWriter putItem(final Codec<? super T> codec, final T item) {
        final int written = codec.encode(item, bytes, length + Integer.BYTES);
        putInt(written);
        length += written;
        return this;
    }

    /** Bytes, behind their number. */
    public StateWriter putBytes(final DirectBuffer source, final int offset, final int count) {
        putInt(count);
        bytes.putBytes(length, source, offset, count);
        length += count;
        return this;
    }

    /** Text, behind its length. */
    public StateWriter putText(final CharSequence text) {
        final int written = Utf8.encode(text, bytes, length + Integer.BYTES);
        putInt(written);
        length += written;
        return this;
    }

    /** What was written; changes with the next write. */
    public DirectBuffer buffer() {
        return bytes;
    }

    /** Number of bytes written. */
    public int length() {
        return length;
    }

    /** Forgets what was written. */
    public StateWriter clear() {
        length = 0;
        return this;
    }

    /** 64-bit hash of everything written. */
    public long hash() {
        return KeyHash.of64(bytes, 0, length);
    }
}
