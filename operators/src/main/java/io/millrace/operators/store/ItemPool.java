package io.millrace.operators.store;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;

/**
 * States that are items of a type. One that is taken is blank.
 *
 * <p>Thread: the stage's. Allocation: only for more items than ever before. Deterministic: yes.
 */
public final class ItemPool<S> implements StatePool<S> {
    private final ItemType<? super S, S> type;
    private final Spares<S> spares = new Spares<>();

    public ItemPool(final ItemType<? super S, S> type) {
        this.type = type;
    }

    @Override
    public S take() {
        final S spare = spares.take();
        return spare == null ? type.create() : spare;
    }

    @Override
    public void release(final S state) {
        type.clear(state);
        spares.giveBack(state);
    }

    @Override
    public void write(final S state, final StateWriter out) {
        out.putItem(type, state);
    }

    @Override
    public S read(final StateReader in) {
        final S state = take();
        in.takeItem(type, state);
        return state;
    }
}
