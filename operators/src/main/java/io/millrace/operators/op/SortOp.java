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
import io.millrace.operators.store.ItemSlot;
import io.millrace.operators.store.ItemSlots;
import io.millrace.operators.window.KeyTime;
import io.millrace.operators.window.Late;

/**
 * Gives the items of each key in the order of their times: each as soon as the key's watermark has reached it.
 *
 * <p>A key has one timer, for when time alone brings the watermark to the first item that waits. It is moved when that
 * comes sooner; when it comes later, the timer fires and is set again.
 */
public final class SortOp<T> implements Receiver<T>, TimerTarget, EndTarget, Stateful {
    private final KeyTime<T> keyTime;
    private final StepContext context;
    private final StageClock clock;
    private final StepTimers timers;
    private final Receiver<T> sorted;
    private final Receiver<Late<T>> late;
    private final SortingPool<T> pool;
    private final KeyedStates<Sorting<T>> states;
    private final Late<T> reused = Late.reused();

    SortOp(
            final Codec<T> codec,
            final KeyTime<T> keyTime,
            final StepContext context,
            final Receiver<T> sorted,
            final Receiver<Late<T>> late) {
        this.keyTime = keyTime;
        this.context = context;
        this.clock = context.clock();
        this.timers = context.timers();
        this.sorted = sorted;
        this.late = late;
        this.pool = new SortingPool<>(new ItemSlots<>(codec));
        this.states = KeyedStates.of(pool, context.keys());
    }

    @Override
    public void onItem(final long key, final T item) {
        final long now = keyTime.now(clock);
        final Sorting<T> sorting = states.of(key);
        final long time = timeOf(item, now);
        final long lead = keyTime.lead(time, now);
        if (lead > sorting.lead) {
            sorting.lead = lead;
            give(key, sorting, now + lead);
        } else if (KeyTime.isLate(time, sorting.lead, now)) {
            late.onItem(key, reused.set(item, Late.NO_WINDOW, now + sorting.lead, time));
            return;
        }
        if (time <= now + sorting.lead) {
            // What stands before it has been given.
            sorted.onItem(key, item);
        } else {
            keep(sorting, time, item);
        }
        arm(key, sorting);
    }

    private long timeOf(final T item, final long now) {
        try {
            return keyTime.of(item, now);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    private void keep(final Sorting<T> sorting, final long time, final T item) {
        try {
            pool.add(sorting, time, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    private void give(final long key, final Sorting<T> sorting, final long upTo) {
        while (sorting.queue != null && sorting.queue.time(0) <= upTo) {
            final ItemSlot<T> first = sorting.queue.removeFirst();
            sorted.onItem(key, first.item());
            pool.slots().release(first);
            if (sorting.queue.isEmpty()) {
                pool.releaseQueue(sorting);
            }
        }
    }

    private void arm(final long key, final Sorting<T> sorting) {
        if (sorting.queue == null) {
            return;
        }
        final long deadline = KeyTime.reachedAt(sorting.queue.time(0), sorting.lead);
        if (sorting.timer == Timers.NONE) {
            sorting.timer = timers.set(key, keyTime.deadline(deadline, clock), 0);
            sorting.timerDeadline = deadline;
        } else if (deadline < sorting.timerDeadline) {
            timers.move(sorting.timer, keyTime.deadline(deadline, clock));
            sorting.timerDeadline = deadline;
        }
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final Sorting<T> sorting = states.find(key);
        sorting.timer = Timers.NONE;
        give(key, sorting, keyTime.now(clock) + sorting.lead);
        arm(key, sorting);
    }

    @Override
    public boolean leavesDowntimeOut() {
        return keyTime.leavesDowntimeOut();
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        states.store().collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        final Sorting<T> sorting = states.find(key);
        give(key, sorting, Long.MAX_VALUE);
        if (sorting.timer != Timers.NONE) {
            timers.cancel(sorting.timer);
        }
        states.remove(key, sorting);
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
