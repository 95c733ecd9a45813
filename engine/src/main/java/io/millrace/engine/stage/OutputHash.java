package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import org.agrona.ExpandableDirectByteBuffer;

/**
 * Rolling hash of the items of an output: equal for two copies of a flow that gave the same items in the same order.
 *
 * <p>Thread: the stage's. Allocation: none, unless the codec allocates. Deterministic: yes.
 *
 * @param <T> type of the items
 */
public final class OutputHash<T> {
    private static final int USUAL = 256;
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final Codec<? super T> codec;
    private final ExpandableDirectByteBuffer bytes = new ExpandableDirectByteBuffer(USUAL);
    private long value;

    /** @param codec how items become bytes */
    public OutputHash(final Codec<? super T> codec) {
        this.codec = codec;
    }

    public void add(final T item) {
        final int length = codec.encode(item, bytes, 0);
        value = (value + KeyHash.of64(bytes, 0, length)) * SPREAD;
        value ^= value >>> 29;
    }

    public long value() {
        return value;
    }

    /** Goes on from a value. */
    public void value(final long known) {
        value = known;
    }
}
