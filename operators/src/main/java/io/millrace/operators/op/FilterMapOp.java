package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.Function;

/** At most one item of each item, by a function that returns it, or null for none. */
public final class FilterMapOp<T, R> implements Receiver<T> {
    private final Function<T, R> function;
    private final StepContext context;
    private final Receiver<R> next;

    FilterMapOp(final Function<T, R> function, final StepContext context, final Receiver<R> next) {
        this.function = function;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        final R result;
        try {
            result = function.apply(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        if (result != null) {
            next.onItem(key, result);
        }
    }
}
