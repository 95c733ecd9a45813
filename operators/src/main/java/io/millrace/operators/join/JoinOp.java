package io.millrace.operators.join;

import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.MultiReceiver;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;

/** Joins items of several streams by key. */
public final class JoinOp<R> implements MultiReceiver, EndTarget, Stateful {
    private final boolean forgets;
    private final boolean atEnd;
    private final StepContext context;
    private final Joiner joiner;
    private final KeyedStore<JoinState> states = new KeyedStore<>();
    private final JoinStateType type;
    private final JoinStates unused;

    JoinOp(
            final JoinMode mode,
            final JoinRowCodec codec,
            final RowForm<R> form,
            final StepContext context,
            final Receiver<R> next) {
        this.forgets = mode.emit() == JoinMode.Emit.COMPLETE;
        this.atEnd = mode.emit() == JoinMode.Emit.FINAL;
        this.context = context;
        this.joiner = Joiner.of(mode, codec, form.before(context, next));
        this.type = new JoinStateType(joiner);
        this.unused = new JoinStates(joiner);
    }

    @Override
    public void onItem(final int side, final long key, final Object item) {
        JoinState state = states.get(key);
        if (state == null) {
            state = unused.take();
            states.put(key, state);
        }
        insert(state, side, item);
        joiner.emitIfDue(key, state);
        if (forgets && state.present() == 0) {
            forget(key, state);
        }
    }

    private void insert(final JoinState state, final int side, final Object item) {
        try {
            joiner.insert(state, side, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    private void forget(final long key, final JoinState state) {
        states.remove(key);
        unused.giveBack(state);
    }

    @Override
    public void collectEndKeys(final KeyList keys) {
        if (atEnd) {
            states.collectKeys(keys);
        }
    }

    @Override
    public void onEnd(final long key) {
        final JoinState state = states.get(key);
        joiner.end(key, state);
        joiner.clear(state);
        forget(key, state);
    }

    @Override
    public void reset() {
        states.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        final KeyList sorted = states.sortedKeys(context.keys());
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.beginKey(context.keys(), sorted.get(i));
            out.putItem(type, states.get(sorted.get(i)));
            out.endKey();
        }
    }

    @Override
    public void readState(final StateReader in) {
        while (in.nextKey(context.keys())) {
            final JoinState state = unused.take();
            states.put(in.key(), state);
            in.takeItem(type, state);
        }
    }
}
