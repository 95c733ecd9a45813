package io.millrace.operators.store;

import java.util.Arrays;

/**
 * Objects that nobody uses at the moment.
 *
 * <p>Thread: the stage's. Allocation: only for more of them than ever before. Deterministic: yes.
 */
public final class Spares<O> {
    private static final int FEW = 16;

    private Object[] objects = new Object[FEW];
    private int size;

    /** One of them, or null if there is none. */
    @SuppressWarnings("unchecked") // only giveBack() writes to it
    public O take() {
        return size == 0 ? null : (O) objects[--size];
    }

    public void giveBack(final O object) {
        if (size == objects.length) {
            objects = Arrays.copyOf(objects, size * 2);
        }
        objects[size++] = object;
    }
}
