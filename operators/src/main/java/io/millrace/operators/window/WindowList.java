package io.millrace.operators.window;

import java.util.Arrays;

/**
 * Windows in order of their beginnings.
 *
 * <p>Thread: the stage's. Allocation: only for more windows than ever before. Deterministic: yes.
 */
final class WindowList<S> {
    private static final int FEW = 4;

    private Object[] windows = new Object[FEW];
    private int size;

    int size() {
        return size;
    }

    @SuppressWarnings("unchecked") // only insert() writes to it
    OpenWindow<S> at(final int index) {
        return (OpenWindow<S>) windows[index];
    }

    void insert(final int index, final OpenWindow<S> window) {
        if (size == windows.length) {
            windows = Arrays.copyOf(windows, size * 2);
        }
        System.arraycopy(windows, index, windows, index + 1, size - index);
        windows[index] = window;
        size++;
    }

    OpenWindow<S> remove(final int index) {
        final OpenWindow<S> removed = at(index);
        size--;
        System.arraycopy(windows, index + 1, windows, index, size - index);
        windows[size] = null;
        return removed;
    }
}
