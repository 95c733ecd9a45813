package io.millrace.operators.window;

import io.millrace.operators.Items;
import io.millrace.operators.store.ItemList;

/**
 * Gives the items of a window together.
 *
 * @param sharesParts whether the order of items inside a window is that of their times, so that windows may share parts
 */
public record CollectLogic<T>(boolean sharesParts) implements WindowLogic<ItemList<T>, T, Items<T>> {

    @Override
    public void onItem(
            final WindowContext<Items<T>> context, final Window window, final ItemList<T> state, final T item) {
        state.add(item);
    }

    @Override
    public boolean looksAround() {
        return false;
    }

    @Override
    public boolean merges() {
        return true;
    }

    @Override
    public void onMerge(
            final WindowContext<Items<T>> context,
            final Window window,
            final ItemList<T> state,
            final ItemList<T> other) {
        state.addAll(other);
    }

    @Override
    public void onEarly(final WindowContext<Items<T>> context, final Window window, final ItemList<T> state) {
        context.emit(state);
    }

    @Override
    public void onClose(final WindowContext<Items<T>> context, final Window window, final ItemList<T> state) {
        context.emit(state);
    }
}
