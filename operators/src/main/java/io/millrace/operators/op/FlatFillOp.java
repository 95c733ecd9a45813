package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.Emitter;
import io.millrace.operators.FlatMapper;
import java.util.Objects;

/** Any number of items of each item, by filling a reused one. */
public final class FlatFillOp<T, R, W extends R> implements Receiver<T>, Emitter<R> {
    private final FlatMapper<T, R, W> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private final W reused;
    private final ItemType<R, W> spoiling;
    private long currentKey;

    FlatFillOp(
            final ItemType<R, W> type,
            final FlatMapper<T, R, W> mapper,
            final StepContext context,
            final Receiver<R> next) {
        this.mapper = mapper;
        this.context = context;
        this.next = next;
        this.reused = type.create();
        this.spoiling = context.checks() ? type : null;
    }

    @Override
    public void onItem(final long key, final T item) {
        currentKey = key;
        spoil();
        try {
            mapper.flatMap(item, reused, this);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void emit(final R item) {
        next.onItem(currentKey, Objects.requireNonNull(item, "null can't be emitted"));
        spoil();
    }

    /** Where it is checked that all fields are filled, what they held before must not look right. */
    private void spoil() {
        if (spoiling != null) {
            spoiling.spoil(reused);
        }
    }
}
