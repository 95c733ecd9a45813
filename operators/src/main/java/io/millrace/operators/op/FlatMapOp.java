package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.Emitter;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Any number of items of each item. */
public final class FlatMapOp<T, R> implements Receiver<T>, Emitter<R> {
    private final BiConsumer<T, Emitter<R>> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private long currentKey;

    FlatMapOp(final BiConsumer<T, Emitter<R>> mapper, final StepContext context, final Receiver<R> next) {
        this.mapper = mapper;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        currentKey = key;
        try {
            mapper.accept(item, this);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void emit(final R item) {
        next.onItem(currentKey, Objects.requireNonNull(item, "null can't be emitted"));
    }
}
