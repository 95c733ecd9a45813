package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;

/** Stops the flow at the first item. */
public final class AssertEmptyOp<T> implements Receiver<T> {
    private final StepContext context;

    AssertEmptyOp(final StepContext context) {
        this.context = context;
    }

    @Override
    public void onItem(final long key, final T item) {
        throw context.failed(item, notEmpty(item));
    }

    private static IllegalStateException notEmpty(final Object item) {
        return new IllegalStateException("must get no items, but got " + item);
    }
}
