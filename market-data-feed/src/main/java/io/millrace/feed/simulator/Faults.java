package io.millrace.feed.simulator;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.atomic.AtomicLongArray;

/**
 * Faults that wait for their occasion, and how many have had it.
 *
 * <p>Thread: the exchange's; counts may be read by any. Allocation: little. Deterministic: yes.
 */
final class Faults {
    private record Armed(Fault fault, TrueInstrument about) {}

    private final Deque<Armed> armed = new ArrayDeque<>();
    private final AtomicLongArray struck = new AtomicLongArray(Fault.values().length);

    /** @param about the instrument that it is to happen to, or null for any */
    void arm(final Fault fault, final TrueInstrument about) {
        armed.add(new Armed(fault, about));
    }

    /** The fault that is to happen to a book message, or null. */
    Fault onTheWay(final TrueInstrument about) {
        for (final Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
            final Armed next = each.next();
            if (next.fault.isOnTheWay() && (next.about == null || next.about == about)) {
                each.remove();
                return strike(next.fault);
            }
        }
        return null;
    }

    /** Whether this is the occasion for a fault that is not {@link Fault#isOnTheWay}. */
    boolean takes(final Fault fault) {
        for (final Iterator<Armed> each = armed.iterator(); each.hasNext(); ) {
            if (each.next().fault == fault) {
                each.remove();
                strike(fault);
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("EnumOrdinal") // an index into an array that is as long
    Fault strike(final Fault fault) {
        struck.incrementAndGet(fault.ordinal());
        return fault;
    }

    @SuppressWarnings("EnumOrdinal") // an index into an array that is as long
    long struck(final Fault fault) {
        return struck.get(fault.ordinal());
    }
}
