package io.millrace.feed.decode;

import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Drafts of one kind, used again for each frame.
 *
 * <p>Thread: one. Allocation: only for more of them in one frame than ever before. Deterministic: yes.
 */
final class Drafts<T> {
    private final Supplier<T> maker;
    private Object[] all = new Object[1];
    private int count;

    Drafts(final Supplier<T> maker) {
        this.maker = maker;
        all[0] = maker.get();
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    T add() {
        if (count == all.length) {
            all = Arrays.copyOf(all, 2 * count);
            for (int i = count; i < all.length; i++) {
                all[i] = maker.get();
            }
        }
        return get(count++);
    }

    @SuppressWarnings("unchecked") // only what the maker gives is put in
    T get(final int index) {
        return (T) all[index];
    }
}
