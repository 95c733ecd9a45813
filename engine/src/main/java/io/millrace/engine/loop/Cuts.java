package io.millrace.engine.loop;

import org.agrona.concurrent.NanoClock;

/**
 * When a snapshot is due: after an interval, or when somebody asks, but not while the last one is still being written, and
 * not if nothing has come since.
 *
 * <p>Thread: the ingress thread, but {@link #request} and {@link #written} any. Allocation: none. Deterministic: need not
 * be; each cut is journaled.
 */
public final class Cuts {
    /** Never by itself. */
    public static final long ON_REQUEST = Long.MAX_VALUE;

    private final long interval;
    private final NanoClock clock;
    private long last;
    private volatile boolean requested;
    private volatile boolean writing;

    /** @param interval nanoseconds of the clock between two snapshots, or {@link #ON_REQUEST} */
    public Cuts(final long interval, final NanoClock clock) {
        this.interval = interval;
        this.clock = clock;
        this.last = clock.nanoTime();
    }

    /** Asks for a snapshot as soon as can be. */
    public void request() {
        requested = true;
    }

    /** The last snapshot is written, or has failed: there may be another. */
    public void written() {
        writing = false;
    }

    boolean isDue() {
        return !writing && (requested || interval != ON_REQUEST && clock.nanoTime() - last >= interval);
    }

    /** A cut is made. */
    void made() {
        requested = false;
        writing = true;
        last = clock.nanoTime();
    }
}
