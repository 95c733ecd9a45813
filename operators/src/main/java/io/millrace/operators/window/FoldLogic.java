package io.millrace.operators.window;

import java.util.function.BiConsumer;

/**
 * Folds the items of a window into one item.
 *
 * @param folder  adds an item
 * @param merger  adds what another window was folded into, or null
 * @param bounded told the bounds of the window, or null
 */
public record FoldLogic<W extends R, T, R>(
        BiConsumer<? super W, ? super T> folder, BiConsumer<? super W, ? super W> merger, WindowItemType<R, W> bounded)
        implements WindowLogic<W, T, R> {

    @Override
    public void onItem(final WindowContext<R> context, final Window window, final W state, final T item) {
        folder.accept(state, item);
    }

    @Override
    public boolean looksAround() {
        return false;
    }

    @Override
    public boolean merges() {
        return merger != null;
    }

    @Override
    public boolean sharesParts() {
        return merger != null;
    }

    @Override
    public void onMerge(final WindowContext<R> context, final Window window, final W state, final W other) {
        merger.accept(state, other);
    }

    @Override
    public void onEarly(final WindowContext<R> context, final Window window, final W state) {
        onClose(context, window, state);
    }

    @Override
    public void onClose(final WindowContext<R> context, final Window window, final W state) {
        if (bounded != null) {
            bounded.bounds(state, window.start(), window.end());
        }
        context.emit(state);
    }
}
