package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.Predicate;

/** Only the items for which a predicate is true. */
public final class FilterOp<T> implements Receiver<T> {
    private final Predicate<T> predicate;
    private final StepContext context;
    private final Receiver<T> next;

    FilterOp(final Predicate<T> predicate, final StepContext context, final Receiver<T> next) {
        this.predicate = predicate;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        final boolean passes;
        try {
            passes = predicate.test(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        if (passes) {
            next.onItem(key, item);
        }
    }
}
