package io.millrace.operators.lookup;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.store.ItemSlot;
import io.millrace.operators.store.ItemSlots;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * Answers by the number of their look-up, and in the order in which they were used last.
 *
 * <pre>
 *   oldest                       newest
 *    ○ ─────▶ ○ ─────▶ ○ ─────▶ ○           each with the stage time at which it came
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: only for more answers than ever before, or longer ones. Deterministic: yes.
 */
final class AnswerCache<A> {
    private static final int NONE = LookupKeys.NONE;
    private static final int FEW = 64;

    private final ItemSlots<A> type;
    private Object[] answers = new Object[FEW];
    private long[] times = new long[FEW];
    private int[] older = new int[FEW];
    private int[] newer = new int[FEW];
    private int oldest = NONE;
    private int newest = NONE;
    private int size;

    AnswerCache(final ItemSlots<A> type) {
        this.type = type;
    }

    int size() {
        return size;
    }

    boolean has(final int lookup) {
        return lookup < answers.length && answers[lookup] != null;
    }

    /** Stage time at which an answer came. */
    long time(final int lookup) {
        return times[lookup];
    }

    /** An answer, which is there, and is used now. */
    A use(final int lookup) {
        if (lookup != newest) {
            unlink(lookup);
            link(lookup);
        }
        return slot(lookup).item();
    }

    @SuppressWarnings("unchecked") // only put() writes to it
    private ItemSlot<A> slot(final int lookup) {
        return (ItemSlot<A>) answers[lookup];
    }

    /** Keeps an answer that stands as bytes. */
    A put(final int lookup, final long time, final DirectBuffer source, final int offset, final int length) {
        final ItemSlot<A> slot = type.decode(source, offset, length);
        put(lookup, time, slot);
        return slot.item();
    }

    private void put(final int lookup, final long time, final ItemSlot<A> slot) {
        if (lookup >= answers.length) {
            grow(lookup);
        }
        answers[lookup] = slot;
        times[lookup] = time;
        link(lookup);
        size++;
    }

    private void grow(final int lookup) {
        final int larger = Integer.highestOneBit(lookup) << 1;
        answers = Arrays.copyOf(answers, larger);
        times = Arrays.copyOf(times, larger);
        older = Arrays.copyOf(older, larger);
        newer = Arrays.copyOf(newer, larger);
    }

    private void link(final int lookup) {
        older[lookup] = newest;
        newer[lookup] = NONE;
        if (newest == NONE) {
            oldest = lookup;
        } else {
            newer[newest] = lookup;
        }
        newest = lookup;
    }

    private void unlink(final int lookup) {
        if (older[lookup] == NONE) {
            oldest = newer[lookup];
        } else {
            newer[older[lookup]] = newer[lookup];
        }
        if (newer[lookup] == NONE) {
            newest = older[lookup];
        } else {
            older[newer[lookup]] = older[lookup];
        }
    }

    /** The look-up whose answer was not used for longest. */
    int oldest() {
        return oldest;
    }

    /** Forgets an answer, which is there. */
    void remove(final int lookup) {
        unlink(lookup);
        type.release(slot(lookup));
        answers[lookup] = null;
        size--;
    }

    /** Forgets all answers. */
    void reset() {
        while (oldest != NONE) {
            remove(oldest);
        }
    }

    /** Writes the answers in the order of their last use, each behind its look-up key. */
    void writeState(final LookupKeys keys, final StateWriter out) {
        out.putInt(size);
        for (int lookup = oldest; lookup != NONE; lookup = newer[lookup]) {
            out.putBytes(keys.bytes(), keys.offset(lookup), keys.length(lookup)).putLong(times[lookup]);
            type.write(slot(lookup), out);
        }
    }

    /** Reads what {@link #writeState} wrote, and gives the look-up keys their numbers. */
    void readState(final LookupKeys keys, final StateReader in) {
        for (int left = in.takeInt(); left > 0; left--) {
            final int length = in.takeLength();
            final int lookup = keys.add(in.buffer(), in.takeBytes(length), length);
            put(lookup, in.takeLong(), type.read(in));
        }
    }
}
