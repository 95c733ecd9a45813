package io.millrace.operators.window;

import io.millrace.engine.item.ItemType;

/** A type of item that stands for a window and knows its bounds. */
public interface WindowItemType<T, W extends T> extends ItemType<T, W> {

    /**
     * An item is about to be emitted.
     *
     * @param item  what its window holds
     * @param start {@link Window#start()}
     * @param end   {@link Window#end()}
     */
    void bounds(W item, long start, long end);

    /**
     * Another type whose items are told the bounds of their window.
     *
     * <pre>{@code
     * static final WindowItemType<Bar, Bar> IN_WINDOW = WindowItemType.of(Bar.TYPE, Bar::bounds);
     * }</pre>
     *
     * @param type   says everything else
     * @param bounds takes the bounds, as {@link #bounds} does
     */
    static <T, W extends T> WindowItemType<T, W> of(final ItemType<T, W> type, final Bounds<? super W> bounds) {
        return new BoundedType<>(type, bounds);
    }

    /** Tells an item the bounds of its window. */
    @FunctionalInterface
    interface Bounds<W> {
        void set(W item, long start, long end);
    }
}
