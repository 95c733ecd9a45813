package io.millrace.journal.store;

import java.util.function.LongSupplier;
import net.openhft.chronicle.core.time.TimeProvider;

/**
 * The time that rolls follow. It stands still while a document is written, so that a file can't change under it, and never
 * goes back, because Chronicle would go back to a file that it has closed.
 *
 * <p>Thread: the writer's. Allocation: none.
 */
public final class RollClock implements TimeProvider {
    private final LongSupplier epochMillis;
    private long now;

    public RollClock(final LongSupplier epochMillis) {
        this.epochMillis = epochMillis;
        this.now = epochMillis.getAsLong();
    }

    /** Goes on to the present. */
    public void advance() {
        now = Math.max(now, epochMillis.getAsLong());
    }

    @Override
    public long currentTimeMillis() {
        return now;
    }
}
