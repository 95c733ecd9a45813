package io.millrace.operators.window;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.store.ItemSlots;
import io.millrace.operators.store.Spares;
import io.millrace.operators.store.TimedQueue;

/**
 * Copies of items that wait for the watermark of their key to reach them.
 *
 * <p>A record, as {@link WindowOutlet} is. Thread: the stage's. Allocation: only for more items than ever before.
 * Deterministic: yes.
 */
record WaitingItems<T>(ItemSlots<T> slots, Spares<TimedQueue<T>> queues) {
    WaitingItems(final Codec<T> codec) {
        this(new ItemSlots<>(codec), new Spares<>());
    }

    /**
     * Keeps an item.
     *
     * @return whether it is the first of its key
     */
    boolean add(final KeyWindows<?, T> key, final long time, final T item) {
        if (key.waiting == null) {
            key.waiting = queue();
        }
        final boolean first = key.waiting.isEmpty() || time < key.waiting.time(0);
        key.waiting.add(time, 0, slots.keep(item));
        return first;
    }

    private TimedQueue<T> queue() {
        final TimedQueue<T> queue = queues.take();
        return queue == null ? new TimedQueue<>() : queue;
    }

    /** The first item of a key, which has one; valid until it is removed. */
    T first(final KeyWindows<?, T> key) {
        return key.waiting.slot(0).item();
    }

    void removeFirst(final KeyWindows<?, T> key) {
        slots.release(key.waiting.removeFirst());
        if (key.waiting.isEmpty()) {
            queues.giveBack(key.waiting);
            key.waiting = null;
        }
    }

    void write(final KeyWindows<?, T> key, final StateWriter out) {
        out.putBoolean(key.waiting != null);
        if (key.waiting != null) {
            key.waiting.write(slots, out);
        }
    }

    void read(final KeyWindows<?, T> key, final StateReader in) {
        if (in.takeBoolean()) {
            key.waiting = queue();
            key.waiting.read(slots, in);
        }
    }
}
