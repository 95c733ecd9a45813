package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.Emitter;
import io.millrace.operators.StatefulFlatMapper;
import io.millrace.operators.store.ItemPool;
import java.util.Objects;

/** Any number of items of each item and the state of its key. */
public final class StatefulFlatMapOp<S, T, R> implements Receiver<T>, Emitter<R>, Stateful {
    private final StatefulFlatMapper<S, T, R> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyedStates<S> states;
    private long currentKey;

    StatefulFlatMapOp(
            final ItemType<? super S, S> stateType,
            final StatefulFlatMapper<S, T, R> mapper,
            final StepContext context,
            final Receiver<R> next) {
        this.mapper = mapper;
        this.context = context;
        this.next = next;
        this.states = KeyedStates.of(new ItemPool<>(stateType), context.keys());
    }

    @Override
    public void onItem(final long key, final T item) {
        currentKey = key;
        try {
            mapper.flatMap(states.of(key), item, this);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void emit(final R item) {
        next.onItem(currentKey, Objects.requireNonNull(item, "null can't be emitted"));
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
