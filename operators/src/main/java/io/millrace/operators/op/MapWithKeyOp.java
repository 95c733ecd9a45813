package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.Key;
import io.millrace.operators.store.KeyView;
import java.util.Objects;
import java.util.function.BiFunction;

/** One item of each item and its key, by a function that returns it. */
public final class MapWithKeyOp<T, R> implements Receiver<T> {
    private final BiFunction<Key, T, R> function;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyView view;

    MapWithKeyOp(final BiFunction<Key, T, R> function, final StepContext context, final Receiver<R> next) {
        this.function = function;
        this.context = context;
        this.next = next;
        this.view = new KeyView(context.keys());
    }

    @Override
    public void onItem(final long key, final T item) {
        final R result;
        try {
            result = Objects.requireNonNull(function.apply(view.of(key), item), "the function gave null");
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, result);
    }
}
