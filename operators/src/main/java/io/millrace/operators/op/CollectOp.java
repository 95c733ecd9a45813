package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
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
import io.millrace.operators.Collect;
import io.millrace.operators.Items;

/**
 * Collects the items of each key and gives them together.
 *
 * <p>A timer is not moved when an item puts its deadline off: it fires, and is set again for what is then the deadline.
 */
public final class CollectOp<T> implements Receiver<T>, TimerTarget, EndTarget, Stateful {
    private final Collect collect;
    private final StepContext context;
    private final Receiver<Items<T>> next;
    private final StageClock clock;
    private final StepTimers timers;
    private final KeyedStates<Collecting<T>> states;

    CollectOp(final Codec<T> codec, final Collect collect, final StepContext context, final Receiver<Items<T>> next) {
        this.collect = collect;
        this.context = context;
        this.next = next;
        this.clock = context.clock();
        this.timers = context.timers();
        this.states = KeyedStates.of(new CollectingPool<>(codec), context.keys());
    }

    @Override
    public void onItem(final long key, final T item) {
        final long now = clock.now();
        final Collecting<T> collecting = states.of(key);
        if (collecting.items.size() == 0) {
            collecting.first = now;
        }
        collecting.last = now;
        try {
            collecting.items.add(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        if (collecting.items.size() >= collect.size()) {
            give(key, collecting);
        } else if (collecting.timer == Timers.NONE && collect.isTimed()) {
            arm(key, collecting);
        }
    }

    private void arm(final long key, final Collecting<T> collecting) {
        collecting.timer = timers.set(key, collect.deadline(collecting.first, collecting.last), 0);
    }

    private void give(final long key, final Collecting<T> collecting) {
        if (collecting.timer != Timers.NONE) {
            timers.cancel(collecting.timer);
        }
        next.onItem(key, collecting.items);
        states.remove(key, collecting);
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final Collecting<T> collecting = states.find(key);
        collecting.timer = Timers.NONE;
        if (clock.now() < collect.deadline(collecting.first, collecting.last)) {
            arm(key, collecting);
        } else {
            give(key, collecting);
        }
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        states.store().collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        give(key, states.find(key));
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
}
