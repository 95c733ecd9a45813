package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.Consumer;

/** Shows each item to a function and passes it on. */
public final class InspectOp<T> implements Receiver<T> {
    private final Consumer<T> inspector;
    private final StepContext context;
    private final Receiver<T> next;

    InspectOp(final Consumer<T> inspector, final StepContext context, final Receiver<T> next) {
        this.inspector = inspector;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            inspector.accept(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, item);
    }
}
