package io.millrace.operators.support;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.BiConsumer;

/** Shows each item with its key as text. */
public final class KeyTapOp<T> implements Receiver<T> {
    private final BiConsumer<String, T> tap;
    private final StepContext context;
    private final Receiver<T> next;

    KeyTapOp(final BiConsumer<String, T> tap, final StepContext context, final Receiver<T> next) {
        this.tap = tap;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        tap.accept(context.keys().describe(key), item);
        next.onItem(key, item);
    }
}
