package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.ToLongFunction;

/** Gives each item a number as its key. */
public final class KeyByLongOp<T> implements Receiver<T> {
    private final ToLongFunction<T> keyOf;
    private final StepContext context;
    private final Receiver<T> next;

    KeyByLongOp(final ToLongFunction<T> keyOf, final StepContext context, final Receiver<T> next) {
        this.keyOf = keyOf;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        final long newKey;
        try {
            newKey = keyOf.applyAsLong(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(newKey, item);
    }
}
