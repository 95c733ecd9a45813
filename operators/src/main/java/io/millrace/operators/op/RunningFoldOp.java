package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.store.ItemPool;
import java.util.function.BiConsumer;

/** Folds the items of each key into one, and emits it after each of them. */
public final class RunningFoldOp<T, R, W extends R> implements Receiver<T>, Stateful {
    private final BiConsumer<W, T> folder;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyedStates<W> states;

    RunningFoldOp(
            final ItemType<R, W> type,
            final BiConsumer<W, T> folder,
            final StepContext context,
            final Receiver<R> next) {
        this.folder = folder;
        this.context = context;
        this.next = next;
        this.states = KeyedStates.of(new ItemPool<>(type), context.keys());
    }

    @Override
    public void onItem(final long key, final T item) {
        final W folded;
        try {
            folded = states.of(key);
            folder.accept(folded, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, folded);
    }

    @Override
    public void reset() {
        states.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        states.write(out);
    }

    @Override
    public void readState(final StateReader in) {
        states.read(in);
    }
}
