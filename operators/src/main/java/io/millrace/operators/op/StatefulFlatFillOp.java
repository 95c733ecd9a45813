package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.Emitter;
import io.millrace.operators.StatefulFlatFiller;
import io.millrace.operators.store.ItemPool;
import java.util.Objects;

/** Any number of items of each item and the state of its key, by filling a reused one. */
public final class StatefulFlatFillOp<S, T, R, W extends R> implements Receiver<T>, Emitter<R>, Stateful {
    private final StatefulFlatFiller<S, T, R, W> mapper;
    private final StepContext context;
    private final Receiver<R> next;
    private final KeyedStates<S> states;
    private final W reused;
    private final ItemType<R, W> spoiling;
    private long currentKey;

    StatefulFlatFillOp(
            final ItemType<? super S, S> stateType,
            final ItemType<R, W> type,
            final StatefulFlatFiller<S, T, R, W> mapper,
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
        currentKey = key;
        spoil();
        try {
            mapper.flatMap(states.of(key), item, reused, this);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void emit(final R item) {
        next.onItem(currentKey, Objects.requireNonNull(item, "null can't be emitted"));
        spoil();
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
