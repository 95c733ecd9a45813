package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;

/** Takes the key off. */
public final class ValuesOp<T> implements Receiver<T> {
    private final Receiver<T> next;

    ValuesOp(final StepContext context, final Receiver<T> next) {
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        next.onItem(0, item);
    }
}
