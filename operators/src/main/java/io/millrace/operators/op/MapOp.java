package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.Objects;
import java.util.function.Function;

/** One item of each item, by a function that returns it. */
public final class MapOp<T, R> implements Receiver<T> {
    private final Function<T, R> function;
    private final StepContext context;
    private final Receiver<R> next;

    MapOp(final Function<T, R> function, final StepContext context, final Receiver<R> next) {
        this.function = function;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        final R result;
        try {
            result = Objects.requireNonNull(function.apply(item), "the function gave null");
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, result);
    }
}
