package io.millrace.operators.window;

import io.millrace.engine.item.ItemType;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * {@link WindowItemType#of}: a type, and a function of the user that takes bounds.
 *
 * @param type   all but the bounds
 * @param bounds takes them
 */
record BoundedType<T, W extends T>(ItemType<T, W> type, WindowItemType.Bounds<? super W> bounds)
        implements WindowItemType<T, W> {

    @Override
    public void bounds(final W item, final long start, final long end) {
        bounds.set(item, start, end);
    }

    @Override
    public String name() {
        return type.name();
    }

    @Override
    public int version() {
        return type.version();
    }

    @Override
    public W create() {
        return type.create();
    }

    @Override
    public void clear(final W item) {
        type.clear(item);
    }

    @Override
    public void spoil(final W item) {
        type.spoil(item);
    }

    @Override
    public int encode(final T item, final MutableDirectBuffer target, final int offset) {
        return type.encode(item, target, offset);
    }

    @Override
    public T decode(final DirectBuffer source, final int offset, final int length, final T reuse) {
        return type.decode(source, offset, length, reuse);
    }
}
