package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.store.Spares;
import io.millrace.operators.store.StatePool;

/**
 * States of keys that have timers. The timers themselves are written by the engine.
 *
 * <p>Thread: the stage's. Allocation: only for more states than ever before. Deterministic: yes.
 */
final class TimedStatePool<S> implements StatePool<TimedState<S>> {
    private final ItemType<? super S, S> type;
    private final Spares<TimedState<S>> spares = new Spares<>();

    TimedStatePool(final ItemType<? super S, S> type) {
        this.type = type;
    }

    @Override
    public TimedState<S> take() {
        final TimedState<S> spare = spares.take();
        return spare == null ? new TimedState<>(type.create()) : spare;
    }

    @Override
    public void release(final TimedState<S> timed) {
        type.clear(timed.state);
        spares.giveBack(timed);
    }

    @Override
    public void write(final TimedState<S> timed, final StateWriter out) {
        out.putItem(type, timed.state);
    }

    @Override
    public TimedState<S> read(final StateReader in) {
        final TimedState<S> timed = take();
        in.takeItem(type, timed.state);
        return timed;
    }
}
