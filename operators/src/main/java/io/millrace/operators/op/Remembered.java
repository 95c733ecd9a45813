package io.millrace.operators.op;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.Arrays;
import org.agrona.collections.LongHashSet;

/**
 * The identities of one key's items that were passed on, in the order of time: a ring for forgetting, a set for
 * finding.
 *
 * <p>Thread: the stage's. Allocation: only for more identities than ever before. Deterministic: never iterates the set.
 */
final class Remembered {
    private static final int FEW = 8;

    private final LongHashSet known = new LongHashSet(FEW);
    private long[] identities = new long[FEW];
    private long[] times = new long[FEW];
    private int head;
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    /** When the newest was passed on; there is one. */
    long newestTime() {
        return times[at(size - 1)];
    }

    private int at(final int index) {
        return head + index & times.length - 1;
    }

    /** Remembers an identity, unless it is known. */
    boolean add(final long identity, final long time) {
        if (!known.add(identity)) {
            return false;
        }
        if (size == times.length) {
            identities = unrolled(identities);
            times = unrolled(times);
            head = 0;
        }
        identities[at(size)] = identity;
        times[at(size)] = time;
        size++;
        return true;
    }

    private long[] unrolled(final long[] ring) {
        final long[] larger = Arrays.copyOfRange(ring, head, head + ring.length * 2);
        System.arraycopy(ring, 0, larger, ring.length - head, head);
        return larger;
    }

    /** Forgets what was passed on at this time or before. */
    void forgetUpTo(final long time) {
        while (size > 0 && times[head] <= time) {
            known.remove(identities[head]);
            head = at(1);
            size--;
        }
    }

    void clear() {
        known.clear();
        head = 0;
        size = 0;
    }

    void write(final StateWriter out) {
        out.putInt(size);
        for (int i = 0; i < size; i++) {
            out.putLong(identities[at(i)]).putLong(times[at(i)]);
        }
    }

    void read(final StateReader in) {
        for (int left = in.takeInt(); left > 0; left--) {
            final long identity = in.takeLong();
            add(identity, in.takeLong());
        }
    }
}
