package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.engine.stage.Timers;
import io.millrace.operators.Key;
import io.millrace.operators.StatefulContext;
import io.millrace.operators.StatefulLogic;
import io.millrace.operators.store.KeyView;
import java.util.Objects;

/** A user's logic with state and one timer for each key. */
public final class StatefulOp<S, T, R, W extends R>
        implements Receiver<T>, TimerTarget, EndTarget, Stateful, StatefulContext<R, W> {
    private final StatefulLogic<S, T, R, W> logic;
    private final StepContext context;
    private final Receiver<R> next;
    private final StageClock clock;
    private final StepTimers timers;
    private final KeyView view;
    private final KeyedStates<TimedState<S>> states;
    private final W reused;
    private final ItemType<R, W> spoiling;
    private long currentKey;
    private TimedState<S> current;
    private boolean isNew;
    private boolean discarded;

    /** @param codec type of what is emitted; if it is an item type, the logic may fill an item of it */
    @SuppressWarnings("unchecked") // an item type of R fills what the logic, given with it, fills
    StatefulOp(
            final ItemType<? super S, S> stateType,
            final Codec<R> codec,
            final StatefulLogic<S, T, R, W> logic,
            final StepContext context,
            final Receiver<R> next) {
        this.logic = logic;
        this.context = context;
        this.next = next;
        this.clock = context.clock();
        this.timers = context.timers();
        this.view = new KeyView(context.keys());
        this.states = KeyedStates.of(new TimedStatePool<>(stateType), context.keys());
        final ItemType<R, W> type = codec instanceof ItemType<?, ?> ? (ItemType<R, W>) codec : null;
        this.reused = type == null ? null : type.create();
        this.spoiling = context.checks() ? type : null;
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            enter(key);
            logic.onItem(this, current.state, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        leave();
    }

    @Override
    public void onTimer(final long key, final long tag) {
        try {
            enter(key);
            current.timer = Timers.NONE;
            logic.onTimer(this, current.state);
        } catch (final Throwable e) {
            throw context.failed(occasion("the timer"), e);
        }
        leave();
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        states.store().collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        try {
            enter(key);
            logic.onEnd(this, current.state);
        } catch (final Throwable e) {
            throw context.failed(occasion("the end of input"), e);
        }
        leave();
    }

    private String occasion(final String what) {
        return what + " of key " + key();
    }

    private void enter(final long key) {
        currentKey = key;
        final TimedState<S> known = states.find(key);
        isNew = known == null;
        current = isNew ? states.add(key) : known;
        discarded = false;
        spoil();
    }

    private void leave() {
        if (discarded) {
            current.cancelTimer(timers);
            states.remove(currentKey, current);
        }
        current = null;
    }

    @Override
    public Key key() {
        return view.of(currentKey);
    }

    @Override
    public long now() {
        return clock.now();
    }

    @Override
    public boolean isNew() {
        return isNew;
    }

    @Override
    public W out() {
        if (reused == null) {
            throw nothingToFill();
        }
        return reused;
    }

    private static IllegalStateException nothingToFill() {
        return new IllegalStateException("the step has a codec and no item type: emit an item of your own");
    }

    @Override
    public void emit() {
        next.onItem(currentKey, out());
        spoil();
    }

    @Override
    public void emit(final R item) {
        next.onItem(currentKey, Objects.requireNonNull(item, "null can't be emitted"));
    }

    @Override
    public void timerAt(final long time) {
        current.setTimer(timers, currentKey, time);
    }

    @Override
    public void cancelTimer() {
        current.cancelTimer(timers);
    }

    @Override
    public void discard() {
        discarded = true;
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

    @Override
    public void onTimerRestored(final long key, final long tag, final int handle) {
        states.find(key).timer = handle;
    }

    /** Where it is checked that all fields are filled, what they held before must not look right. */
    private void spoil() {
        if (spoiling != null) {
            spoiling.spoil(reused);
        }
    }
}
