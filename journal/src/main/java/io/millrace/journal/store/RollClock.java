package io.millrace.journal.store;

import java.util.function.LongSupplier;
import net.openhft.chronicle.core.time.TimeProvider;

/**
 * The time that rolls follow. It stands still while a document is written, so that a file can't change under it, and never
 * goes back, because Chronicle would go back to a file that it has closed.
 *
 * <p>A look at a clock costs as much as a small document. So it is not looked at while the time of the records themselves says
 * that next to none has passed.
 *
 * <p>Thread: the writer's. Allocation: none.
 */
public final class RollClock implements TimeProvider {
    /** What is to be written has no time. */
    public static final long NO_TIME = Long.MIN_VALUE;

    private static final long NEXT_TO_NONE = 1_000_000;
    /** The time of records may stand still. */
    private static final int MOST_SKIPPED = 1_000;

    private final LongSupplier epochMillis;
    private long now;
    private long recordTime;
    private int skipped;

    public RollClock(final LongSupplier epochMillis) {
        this.epochMillis = epochMillis;
        this.now = epochMillis.getAsLong();
        this.skipped = MOST_SKIPPED;
    }

    /** Goes on to the present. */
    public void advance() {
        now = Math.max(now, epochMillis.getAsLong());
        skipped = 0;
    }

    /**
     * Goes on to the present, if that is later by a millisecond or more.
     *
     * @param time of the records that are to be written, in nanoseconds since whenever, or {@link #NO_TIME}
     * @return whether it has looked
     */
    public boolean advance(final long time) {
        final long passed = time - recordTime;
        if (time != NO_TIME && passed >= 0 && passed < NEXT_TO_NONE && skipped < MOST_SKIPPED) {
            skipped++;
            return false;
        }
        recordTime = time;
        advance();
        return true;
    }

    @Override
    public long currentTimeMillis() {
        return now;
    }
}
