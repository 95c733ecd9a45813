package io.millrace.operators.window;

/** Adds an item to what a window holds, and sees the window. */
@FunctionalInterface
public interface WindowFolder<W, T> {

    /** Adds an item. */
    void add(Window window, W folded, T item);
}
