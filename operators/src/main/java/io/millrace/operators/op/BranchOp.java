package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.Predicate;

/** Items for which a predicate is true one way, the others the other way. */
public final class BranchOp<T> implements Receiver<T> {
    private final Predicate<T> predicate;
    private final StepContext context;
    private final Receiver<T> matched;
    private final Receiver<T> unmatched;

    BranchOp(
            final Predicate<T> predicate,
            final StepContext context,
            final Receiver<T> matched,
            final Receiver<T> unmatched) {
        this.predicate = predicate;
        this.context = context;
        this.matched = matched;
        this.unmatched = unmatched;
    }

    @Override
    public void onItem(final long key, final T item) {
        final boolean matches;
        try {
            matches = predicate.test(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        if (matches) {
            matched.onItem(key, item);
        } else {
            unmatched.onItem(key, item);
        }
    }
}
