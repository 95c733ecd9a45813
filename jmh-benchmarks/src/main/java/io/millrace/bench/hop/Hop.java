package io.millrace.bench.hop;

/** A way from one thread to another. */
interface Hop {
    /** Sent last. */
    long STOP = -1;

    /** Called by one thread; waits for room. */
    void send(long value);

    /** Called by another; waits for what was sent. */
    long receive();
}
