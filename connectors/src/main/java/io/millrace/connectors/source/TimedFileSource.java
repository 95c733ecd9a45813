package io.millrace.connectors.source;

import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.TimedSource;

/**
 * Gives the items of a file at the times that stand in it.
 *
 * <p>Thread: the ingress thread. Allocation: what the user's function makes. Deterministic: yes.
 */
final class TimedFileSource implements TimedSource {
    private final FileItems<?, ?> items;
    private final int input;
    private boolean failureHeldBack;

    TimedFileSource(final FileItems<?, ?> items, final int input) {
        this.items = items;
        this.input = input;
    }

    @Override
    public long headTime() {
        if (items.hasItem()) {
            return items.time();
        }
        if (failureHeldBack) {
            items.throwFailure();
        }
        // Lets the ingress journal what it has before the flow stops.
        failureHeldBack = true;
        return WAITING;
    }

    @Override
    public int poll(final Inlet inlet) {
        items.give(inlet, input);
        return 1;
    }

    @Override
    public boolean ended() {
        return !items.hasItem() && !items.hasFailed();
    }

    @Override
    public void close() {
        items.close();
    }
}
