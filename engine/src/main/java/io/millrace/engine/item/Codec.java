package io.millrace.engine.item;

import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * How items of one type become bytes, and bytes become items. One codec serves channels, journal, snapshots and sinks.
 *
 * <p>Thread: a codec has no state and may be shared by all threads; the items that it fills may not.<br>
 * Allocation: none per item, unless {@link #create()} returns null.<br>
 * Deterministic: equal items give equal bytes, on every JDK.
 *
 * @param <T> type of the items
 */
public interface Codec<T> {

    /** Name of the encoding, unique and stable: it stands in the head of every journal. */
    String name();

    /** Version of the encoding. A newer version reads what an older one wrote. */
    int version();

    /** A fresh item that {@link #decode} can fill, or null if items of this type are immutable. */
    T create();

    /**
     * Writes an item.
     *
     * @param item   what is written
     * @param target where to; it is large enough or grows
     * @param offset first byte
     * @return bytes written
     */
    int encode(T item, MutableDirectBuffer target, int offset);

    /**
     * Reads an item.
     *
     * @param source where from; must stay unchanged while the item is in use
     * @param offset first byte
     * @param length bytes that {@link #encode} wrote
     * @param reuse  an item of {@link #create()}
     * @return {@code reuse}, or a new item if items of this type are immutable
     */
    T decode(DirectBuffer source, int offset, int length, T reuse);
}
