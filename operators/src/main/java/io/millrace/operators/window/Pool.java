package io.millrace.operators.window;

import io.millrace.engine.item.ItemType;
import java.util.Arrays;

/**
 * Cleared items that nobody uses at the moment.
 *
 * <p>Thread: the stage's. Allocation: only for more items in use than ever before. Deterministic: yes.
 */
final class Pool<W> {
    private static final int FEW = 16;

    private final ItemType<? super W, W> type;
    private Object[] items = new Object[FEW];
    private int size;

    Pool(final ItemType<? super W, W> type) {
        this.type = type;
    }

    @SuppressWarnings("unchecked") // only giveBack() writes to it
    W take() {
        return size == 0 ? type.create() : (W) items[--size];
    }

    void giveBack(final W item) {
        type.clear(item);
        if (size == items.length) {
            items = Arrays.copyOf(items, size * 2);
        }
        items[size++] = item;
    }
}
