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
}
