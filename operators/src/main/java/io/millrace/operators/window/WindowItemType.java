package io.millrace.operators.window;

import io.millrace.engine.item.ItemType;

/** A type of item that stands for a window and knows its bounds. */
public interface WindowItemType<T, W extends T> extends ItemType<T, W> {

    /**
     * A window opens.
     *
     * @param item  cleared
     * @param start first epoch nanosecond of the window
     * @param end   first epoch nanosecond behind it
     */
    void open(W item, long start, long end);
}
