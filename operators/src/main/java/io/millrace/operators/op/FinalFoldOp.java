package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.store.ItemPool;
import java.util.function.BiConsumer;

/** Folds the items of each key into one, and emits it at the end of input. */
public final class FinalFoldOp<T, R, W extends R> implements Receiver<T>, EndTarget, Stateful {
    private final BiConsumer<W, T> folder;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyedStates<W> states;

    FinalFoldOp(
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
        try {
            folder.accept(states.of(key), item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        states.store().collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        final W folded = states.find(key);
        next.onItem(key, folded);
        states.remove(key, folded);
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
