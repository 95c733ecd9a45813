package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.StatefulMapper;
import io.millrace.operators.store.ItemPool;

/** One item of each item and the state of its key, by filling a reused one. */
public final class StatefulFillOp<S, T, R, W extends R> implements Receiver<T>, Stateful {
    private final StatefulMapper<S, T, W> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyedStates<S> states;
    private final W reused;
    private final ItemType<R, W> spoiling;

    StatefulFillOp(
            final ItemType<? super S, S> stateType,
            final ItemType<R, W> type,
            final StatefulMapper<S, T, W> mapper,
            final StepContext context,
            final Receiver<R> next) {
        this.mapper = mapper;
        this.context = context;
        this.next = next;
        this.states = KeyedStates.of(new ItemPool<>(stateType), context.keys());
        this.reused = type.create();
        this.spoiling = context.checks() ? type : null;
    }

    @Override
    public void onItem(final long key, final T item) {
        spoil();
        try {
            mapper.map(states.of(key), item, reused);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, reused);
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

    /** Where it is checked that all fields are filled, what they held before must not look right. */
    private void spoil() {
        if (spoiling != null) {
            spoiling.spoil(reused);
        }
    }
}
