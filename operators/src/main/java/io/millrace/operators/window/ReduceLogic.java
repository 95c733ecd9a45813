package io.millrace.operators.window;

import io.millrace.operators.store.KeptItem;
import java.util.Objects;
import java.util.function.BinaryOperator;

/**
 * Makes one item of the items of a window, two at a time; the first is what it is.
 *
 * @param reducer     gets what the items before were made into, and an item
 * @param sharesParts whether items come in order of their times, so that what parts were made into comes in order, too
 */
public record ReduceLogic<T>(BinaryOperator<T> reducer, boolean sharesParts) implements WindowLogic<KeptItem<T>, T, T> {
    public ReduceLogic {
        Objects.requireNonNull(reducer, "reducer");
    }

    @Override
    public void onItem(final WindowContext<T> context, final Window window, final KeptItem<T> state, final T item) {
        state.keep(state.isEmpty() ? item : reduced(state.item(), item));
    }

    private T reduced(final T first, final T second) {
        return Objects.requireNonNull(reducer.apply(first, second), "the function gave null");
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
            final WindowContext<T> context, final Window window, final KeptItem<T> state, final KeptItem<T> other) {
        state.keep(reduced(state.item(), other.item()));
    }

    @Override
    public void onEarly(final WindowContext<T> context, final Window window, final KeptItem<T> state) {
        context.emit(state.item());
    }

    @Override
    public void onClose(final WindowContext<T> context, final Window window, final KeptItem<T> state) {
        context.emit(state.item());
    }
}
