package io.millrace.operators.window;

import java.util.Objects;

/**
 * Folds the items of a window into one item, seeing the window.
 *
 * @param folder adds an item
 * @param fold   the rest
 */
public record WindowFoldLogic<W extends R, T, R>(WindowFolder<? super W, ? super T> folder, FoldLogic<W, T, R> fold)
        implements WindowLogic<W, T, R> {
    public WindowFoldLogic {
        Objects.requireNonNull(folder, "folder");
    }

    @Override
    public void onItem(final WindowContext<R> context, final Window window, final W state, final T item) {
        folder.add(window, state, item);
    }

    @Override
    public boolean looksAround() {
        return false;
    }

    @Override
    public boolean merges() {
        return fold.merges();
    }

    @Override
    public void onMerge(final WindowContext<R> context, final Window window, final W state, final W other) {
        fold.onMerge(context, window, state, other);
    }

    @Override
    public void onEarly(final WindowContext<R> context, final Window window, final W state) {
        fold.onEarly(context, window, state);
    }

    @Override
    public void onClose(final WindowContext<R> context, final Window window, final W state) {
        fold.onClose(context, window, state);
    }
}
