package io.millrace.operators.join;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.ItemSlot;
import io.millrace.operators.store.ItemSlots;
import io.millrace.operators.store.TimedQueue;
import io.millrace.operators.window.KeyTime;

/**
 * What an as-of join knows of a key.
 *
 * <p>Thread: the stage's. Allocation: only for more waiting items than ever before. Deterministic: yes.
 */
final class AsOfState<L, R> {
    long lead = KeyTime.NO_LEAD;
    int timer = Timers.NONE;

    /** Running time at which the timer fires. */
    long timerDeadline;

    /** Items ahead of the watermark. */
    final TimedQueue<L> lefts = new TimedQueue<>();

    final TimedQueue<R> rights = new TimedQueue<>();

    private ItemSlot<R> current;
    private long currentTime;

    /** The right item that a left one of this time is matched with, or null. Those before it have been applied. */
    R matching(final long time, final long oldest) {
        return current != null && time - currentTime <= oldest ? current.item() : null;
    }

    /** Makes all waiting right items up to a time current, one after another. */
    void applyRights(final long until, final ItemSlots<R> slots) {
        while (!rights.isEmpty() && rights.time(0) <= until) {
            if (current != null) {
                slots.release(current);
            }
            currentTime = rights.time(0);
            current = rights.removeFirst();
        }
    }

    /** Makes a right item that did not wait current, unless there is a newer one. */
    void applyLate(final long time, final R item, final ItemSlots<R> slots) {
        if (current == null) {
            current = slots.keep(item);
            currentTime = time;
        } else if (time >= currentTime) {
            slots.replace(current, item);
            currentTime = time;
        }
    }

    void write(final ItemSlots<L> leftSlots, final ItemSlots<R> rightSlots, final StateWriter out) {
        out.putLong(lead).putBoolean(current != null);
        if (current != null) {
            out.putLong(currentTime);
            rightSlots.write(current, out);
        }
        lefts.write(leftSlots, out);
        rights.write(rightSlots, out);
    }

    /** Reads what {@link #write} wrote into a fresh state. */
    void read(final ItemSlots<L> leftSlots, final ItemSlots<R> rightSlots, final StateReader in) {
        lead = in.takeLong();
        if (in.takeBoolean()) {
            currentTime = in.takeLong();
            current = rightSlots.read(in);
        }
        lefts.read(leftSlots, in);
        rights.read(rightSlots, in);
    }
}
