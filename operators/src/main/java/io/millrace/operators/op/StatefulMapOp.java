package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import java.util.function.BiFunction;

/** One item of each item and the state of its key, by a function that returns it. */
public final class StatefulMapOp<S, T, R> implements Receiver<T>, Stateful {
    private final ItemType<? super S, S> stateType;
    private final BiFunction<S, T, R> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyedStore<S> states = new KeyedStore<>();

    StatefulMapOp(
            final ItemType<? super S, S> stateType,
            final BiFunction<S, T, R> mapper,
            final StepContext context,
            final Receiver<R> next) {
        this.stateType = stateType;
        this.mapper = mapper;
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        final R result;
        try {
            S state = states.get(key);
            if (state == null) {
                state = stateType.create();
                states.put(key, state);
            }
            result = mapper.apply(state, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, result);
    }

    @Override
    public void reset() {
        states.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        KeyedStates.write(states, stateType, context.keys(), out);
    }

    @Override
    public void readState(final StateReader in) {
        KeyedStates.read(states, stateType, context.keys(), in);
    }
}
