package io.millrace.engine.spi;

import org.agrona.concurrent.status.AtomicCounter;

/** What a source is given when it is opened. */
public interface SourceContext {
    /** {@link #input} of a stream that the flow does not use. */
    int UNUSED = -1;

    /** Number of the input that takes this stream of the feed, or {@link #UNUSED}. */
    int input(String stream);

    /** A counter that can be read from outside the process. */
    AtomicCounter counter(String label);

    /** Tells whoever runs the flow about something that is not a failure; any thread. */
    void report(String message);

    /** Stops the flow with an error; any thread. */
    void fail(Throwable error);
}
