package io.millrace.operators.op;

import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.TextKeys;
import java.util.function.Function;

/** Gives each item a text as its key. */
public final class KeyByTextOp<T> implements Receiver<T> {
    private final Function<T, CharSequence> keyOf;
    private final StepContext context;
    private final TextKeys keys;
    private final Receiver<T> next;

    KeyByTextOp(final Function<T, CharSequence> keyOf, final StepContext context, final Receiver<T> next) {
        this.keyOf = keyOf;
        this.context = context;
        this.keys = context.textKeys();
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        final long newKey;
        try {
            newKey = keys.of(keyOf.apply(item));
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(newKey, item);
    }
}
