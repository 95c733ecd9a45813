package io.millrace.app.run;

import io.millrace.engine.metrics.Counters;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/**
 * A run, seen from outside while it works.
 *
 * <p>Thread: any. Allocation: yes.
 */
public final class RunView {
    private static final String RECORDS = "ingress: done";
    private static final String RING = "ring";
    private static final String UNITS = "units of ";

    private final Counters counters;
    private final LongSupplier journalBytes;
    private final long startedAt = System.nanoTime();

    RunView(final Counters counters, final LongSupplier journalBytes) {
        this.counters = counters;
        this.journalBytes = journalBytes;
    }

    /** Nanoseconds since it was started. */
    public long elapsedNanos() {
        return System.nanoTime() - startedAt;
    }

    /** Records that have passed the ingress. */
    public long records() {
        return sum(RECORDS::equals);
    }

    /** Items that an output step has taken, over all parts. */
    public long itemsOut(final String step) {
        return sum(label -> label.endsWith("/" + step + ": items out"));
    }

    /** Bytes in the journal; 0 without one. */
    public long journalBytes() {
        return journalBytes.getAsLong();
    }

    private long sum(final Predicate<String> wanted) {
        final long[] sum = new long[1];
        counters.forEach((label, value) -> sum[0] += wanted.test(label) ? value : 0);
        return sum[0];
    }

    /** Tells each ring and how full it is, in percent. */
    public void forEachRing(final Counters.Visitor visitor) {
        counters.forEach((label, value) -> {
            final int colon = label.indexOf(": " + UNITS);
            if (label.contains(RING) && colon >= 0) {
                visitor.onCounter(name(label.substring(0, colon)), value * 100 / capacity(label));
            }
        });
    }

    private static String name(final String ring) {
        return ring.startsWith(RING + " ") ? ring.substring(RING.length() + 1) : ring.replace(": " + RING, "");
    }

    private static long capacity(final String label) {
        final String units = label.substring(label.indexOf(UNITS) + UNITS.length());
        return Long.parseLong(units.substring(0, units.indexOf(' ')));
    }
}
