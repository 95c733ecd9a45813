package io.millrace.connectors.source;

import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Source;

/**
 * Gives the items of a file as they can be read.
 *
 * <p>Thread: the ingress thread. Allocation: what the user's function makes. Deterministic: yes, but for the times.
 */
final class LiveFileSource implements Source {
    private final FileItems<?, ?> items;
    private final int input;
    private final boolean follow;
    private boolean ended;

    LiveFileSource(final FileItems<?, ?> items, final int input, final boolean follow) {
        this.items = items;
        this.input = input;
        this.follow = follow;
    }

    @Override
    public int poll(final Inlet inlet) {
        int given = 0;
        while (!inlet.isFull() && items.hasItem()) {
            items.give(inlet, input);
            given++;
        }
        if (given == 0 && !inlet.isFull()) {
            items.throwFailure();
            ended = !follow;
        }
        return given;
    }

    @Override
    public boolean ended() {
        return ended;
    }

    @Override
    public void close() {
        items.close();
    }
}
