package io.millrace.engine.loop;

import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.TimedSource;

/**
 * An open source and the inputs that it serves.
 *
 * <p>Thread: the ingress thread. Allocation: none. Deterministic: it is what makes the order.
 */
public final class OpenSource {
    private final Source source;
    private final TimedSource timed;
    private final int[] inputs;
    private final RequestQueue[] requests;
    private boolean ended;

    public OpenSource(final Source source, final int[] inputs, final RequestQueue[] requests) {
        this.source = source;
        this.timed = source instanceof TimedSource withTime ? withTime : null;
        this.inputs = inputs;
        this.requests = requests;
    }

    /** Whether the source brings its own time. */
    public boolean isTimed() {
        return timed != null;
    }

    Source source() {
        return source;
    }

    TimedSource timed() {
        return timed;
    }

    int[] inputs() {
        return inputs;
    }

    boolean ended() {
        return ended;
    }

    /** Whether the source has ended just now. */
    boolean endsNow() {
        if (ended || !source.ended()) {
            return false;
        }
        ended = true;
        return true;
    }

    int drainRequests() {
        int drained = 0;
        for (final RequestQueue queue : requests) {
            drained += queue.drainTo(source);
        }
        return drained;
    }
}
