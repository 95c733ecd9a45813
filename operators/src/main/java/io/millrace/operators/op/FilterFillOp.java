package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.BiPredicate;

/** At most one item of each item, by filling a reused one. */
public final class FilterFillOp<T, R, W extends R> implements Receiver<T> {
    private final BiPredicate<T, W> fill;
    private final StepContext context;
    private final Receiver<R> next;
    private final W reused;
    private final ItemType<R, W> spoiling;

    FilterFillOp(
            final ItemType<R, W> type,
            final BiPredicate<T, W> fill,
            final StepContext context,
            final Receiver<R> next) {
        this.fill = fill;
        this.context = context;
        this.next = next;
        this.reused = type.create();
        this.spoiling = context.checks() ? type : null;
    }

    @Override
    public void onItem(final long key, final T item) {
        spoil();
        final boolean filled;
        try {
            filled = fill.test(item, reused);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        if (filled) {
            next.onItem(key, reused);
        }
    }

    /** Where it is checked that all fields are filled, what they held before must not look right. */
    private void spoil() {
        if (spoiling != null) {
            spoiling.spoil(reused);
        }
    }
}
