package io.millrace.engine.spi;

import io.millrace.engine.channel.RecordLayout;
import org.agrona.concurrent.status.AtomicCounter;

/** What a source is given when it is opened. */
public interface SourceContext {
    /** {@link #input} of a stream that the flow does not use. */
    int UNUSED = -1;

    /** Number of the input that takes this stream of the feed, or {@link #UNUSED}. */
    int input(String stream);

    /**
     * The source's place behind the last frame that is in the journal: where it goes on after a restart. It is what the
     * source gave to {@link io.millrace.engine.loop.Inlet#beginFrame}, or {@link RecordLayout#NO_POSITION} at a first start
     * or if it never gave one.
     */
    default long position() {
        return RecordLayout.NO_POSITION;
    }

    /** A counter that can be read from outside the process. */
    AtomicCounter counter(String label);

    /** Tells whoever runs the flow about something that is not a failure; any thread. */
    void report(String message);

    /** Stops the flow with an error; any thread. */
    void fail(Throwable error);
}
