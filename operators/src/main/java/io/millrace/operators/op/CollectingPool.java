package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.ItemList;
import io.millrace.operators.store.ItemSlots;
import io.millrace.operators.store.Spares;
import io.millrace.operators.store.StatePool;

/**
 * Lists of items for keys that collect.
 *
 * <p>Thread: the stage's. Allocation: only for more items than ever before. Deterministic: yes.
 */
final class CollectingPool<T> implements StatePool<Collecting<T>> {
    private final ItemSlots<T> slots;
    private final Spares<Collecting<T>> spares = new Spares<>();

    CollectingPool(final Codec<T> codec) {
        this.slots = new ItemSlots<>(codec);
    }

    @Override
    public Collecting<T> take() {
        final Collecting<T> spare = spares.take();
        return spare == null ? new Collecting<>(new ItemList<>(slots)) : spare;
    }

    @Override
    public void release(final Collecting<T> collecting) {
        collecting.items.clear();
        collecting.timer = Timers.NONE;
        spares.giveBack(collecting);
    }

    @Override
    public void write(final Collecting<T> collecting, final StateWriter out) {
        out.putLong(collecting.first).putLong(collecting.last);
        collecting.items.write(out);
    }

    @Override
    public Collecting<T> read(final StateReader in) {
        final Collecting<T> collecting = take();
        collecting.first = in.takeLong();
        collecting.last = in.takeLong();
        collecting.items.read(in);
        return collecting;
    }
}
