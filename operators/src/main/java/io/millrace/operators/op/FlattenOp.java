package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/** The parts of each item, one after another. */
public final class FlattenOp<T, R> implements Receiver<T>, Consumer<R> {
    private final Function<T, Iterable<R>> parts;
    private final StepContext context;
    private final Receiver<R> next;
    private long currentKey;

    FlattenOp(final Function<T, Iterable<R>> parts, final StepContext context, final Receiver<R> next) {
        this.parts = parts;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        currentKey = key;
        try {
            Objects.requireNonNull(parts.apply(item), "the function gave null, not parts")
                    .forEach(this);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void accept(final R part) {
        next.onItem(currentKey, Objects.requireNonNull(part, "one of the parts is null"));
    }
}
