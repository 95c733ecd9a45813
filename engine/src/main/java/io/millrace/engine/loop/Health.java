package io.millrace.engine.loop;

import java.util.concurrent.atomic.AtomicReference;

/**
 * Whether a flow is well. The first failure wins; whoever waits for another thread looks here, so that nobody waits for
 * the dead.
 *
 * <p>Thread: any. Allocation: none. Deterministic: not part of what is.
 */
public final class Health {
    private final AtomicReference<Throwable> failure = new AtomicReference<>();

    /** Stops the flow with an error. */
    public void fail(final Throwable error) {
        failure.compareAndSet(null, error);
    }

    /** Whether the flow has failed. */
    public boolean failed() {
        return failure.get() != null;
    }

    /** What the flow failed with, or null. */
    public Throwable failure() {
        return failure.get();
    }
}
