package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.KeyedMapper;
import io.millrace.operators.store.KeyView;

/** One item of each item and its key, by filling a reused one. */
public final class FillWithKeyOp<T, R, W extends R> implements Receiver<T> {
    private final KeyedMapper<T, W> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyView view;
    private final W reused;
    private final ItemType<R, W> spoiling;

    FillWithKeyOp(
            final ItemType<R, W> type,
            final KeyedMapper<T, W> mapper,
            final StepContext context,
            final Receiver<R> next) {
        this.mapper = mapper;
        this.context = context;
        this.next = next;
        this.view = new KeyView(context.keys());
        this.reused = type.create();
        this.spoiling = context.checks() ? type : null;
    }

    @Override
    public void onItem(final long key, final T item) {
        spoil();
        try {
            mapper.map(view.of(key), item, reused);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, reused);
    }

    /** Where it is checked that all fields are filled, what they held before must not look right. */
    private void spoil() {
        if (spoiling != null) {
            spoiling.spoil(reused);
        }
    }
}
