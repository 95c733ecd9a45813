package io.millrace.operators.op;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.ItemSlots;
import io.millrace.operators.store.Spares;
import io.millrace.operators.store.StatePool;
import io.millrace.operators.store.TimedQueue;
import io.millrace.operators.window.KeyTime;

/**
 * States for keys that sort. A queue is only used while something waits in it: most keys of many are idle.
 *
 * <p>Thread: the stage's. Allocation: only for more keys and more items than ever before. Deterministic: yes.
 *
 * @param slots where copies of items come from
 */
record SortingPool<T>(ItemSlots<T> slots, Spares<Sorting<T>> states, Spares<TimedQueue<T>> queues)
        implements StatePool<Sorting<T>> {
    SortingPool(final ItemSlots<T> slots) {
        this(slots, new Spares<>(), new Spares<>());
    }

    @Override
    public Sorting<T> take() {
        final Sorting<T> spare = states.take();
        return spare == null ? new Sorting<>() : spare;
    }

    @Override
    public void release(final Sorting<T> sorting) {
        sorting.lead = KeyTime.NO_LEAD;
        sorting.timer = Timers.NONE;
        if (sorting.queue != null) {
            sorting.queue.clear(slots);
            releaseQueue(sorting);
        }
        states.giveBack(sorting);
    }

    /** Adds a copy of an item to what waits. */
    void add(final Sorting<T> sorting, final long time, final T item) {
        if (sorting.queue == null) {
            sorting.queue = queue();
        }
        sorting.queue.add(time, 0, slots.keep(item));
    }

    private TimedQueue<T> queue() {
        final TimedQueue<T> spare = queues.take();
        return spare == null ? new TimedQueue<>() : spare;
    }

    /** Takes back a queue in which nothing waits any more. */
    void releaseQueue(final Sorting<T> sorting) {
        queues.giveBack(sorting.queue);
        sorting.queue = null;
    }

    @Override
    public void write(final Sorting<T> sorting, final StateWriter out) {
        out.putLong(sorting.lead).putLong(sorting.timer == Timers.NONE ? Timers.NEVER : sorting.timerDeadline);
        out.putBoolean(sorting.queue != null);
        if (sorting.queue != null) {
            sorting.queue.write(slots, out);
        }
    }

    @Override
    public Sorting<T> read(final StateReader in) {
        final Sorting<T> sorting = take();
        sorting.lead = in.takeLong();
        sorting.timerDeadline = in.takeLong();
        if (in.takeBoolean()) {
            sorting.queue = queue();
            sorting.queue.read(slots, in);
        }
        return sorting;
    }
}
