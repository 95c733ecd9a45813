package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import java.nio.ByteOrder;
import org.agrona.ExpandableArrayBuffer;

/**
 * State as bytes in canonical order, from which a hash is taken. Not hot.
 *
 * <p>Thread: the stage's. Allocation: grows. Deterministic: equal state gives equal bytes.
 */
public final class StateWriter {
    private final ExpandableArrayBuffer bytes = new ExpandableArrayBuffer();
    private int length;

    /** A key, by value. */
    public StateWriter key(final KeySpace space, final long key) {
        final int textLength = space.textLength(key);
        putLong(space instanceof TextKeys ? textLength : key);
        bytes.putBytes(length, space.text(), space.textOffset(key), textLength);
        length += textLength;
        return this;
    }

    public StateWriter putLong(final long value) {
        bytes.putLong(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Long.BYTES;
        return this;
    }

    public <T> StateWriter putItem(final Codec<? super T> codec, final T item) {
        length += codec.encode(item, bytes, length);
        return this;
    }

    /** 64-bit hash of everything written. */
    public long hash() {
        return KeyHash.of64(bytes, 0, length);
    }
}
