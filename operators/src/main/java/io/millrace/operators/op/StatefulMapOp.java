package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.store.ItemPool;
import java.util.Objects;
import java.util.function.BiFunction;

/** One item of each item and the state of its key, by a function that returns it. */
public final class StatefulMapOp<S, T, R> implements Receiver<T>, Stateful {
    private final BiFunction<S, T, R> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyedStates<S> states;

    StatefulMapOp(
            final ItemType<? super S, S> stateType,
            final BiFunction<S, T, R> mapper,
            final StepContext context,
            final Receiver<R> next) {
        this.mapper = mapper;
        this.context = context;
        this.next = next;
        this.states = KeyedStates.of(new ItemPool<>(stateType), context.keys());
    }

    @Override
    public void onItem(final long key, final T item) {
        final R result;
        try {
            result = Objects.requireNonNull(mapper.apply(states.of(key), item), "the function gave null");
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
        states.write(out);
    }

    @Override
    public void readState(final StateReader in) {
        states.read(in);
    }
}
