package io.millrace.operators.window;

/**
 * Windows of a number of items each; at the end of input the last one may have fewer.
 *
 * @param size number of items
 */
public record CountWindow(long size) implements Windower {
    public CountWindow {
        if (size < 1) {
            throw new IllegalArgumentException("a window of " + size + " items: must have at least one");
        }
    }

    /** Windows of this number of items. */
    public static CountWindow of(final long size) {
        return new CountWindow(size);
    }
}
