package io.millrace.feed.decode;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Drafts of one kind, used again for each frame.
 *
 * <p>Thread: one. Allocation: only for more of them in one frame than ever before. Deterministic: yes.
 */
final class Drafts<T> {
    private final Supplier<T> maker;
    private final List<T> all = new ArrayList<>();
    private int count;

    Drafts(final Supplier<T> maker) {
        this.maker = maker;
        all.add(maker.get());
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    T add() {
        if (count == all.size()) {
            all.add(maker.get());
        }
        return all.get(count++);
    }

    T get(final int index) {
        return all.get(index);
    }
}
