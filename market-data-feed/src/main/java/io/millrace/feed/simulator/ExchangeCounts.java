package io.millrace.feed.simulator;

/**
 * What an exchange has done.
 *
 * <p>Thread: written by the exchange's, read by any. Allocation: none. Deterministic: no.
 */
public final class ExchangeCounts {
    private volatile long connections;
    private volatile long framesSent;
    private volatile long framesSkipped;
    private volatile long requests;
    private volatile long gets;
    private volatile long pongs;
    private volatile boolean tapeEnded;
    private volatile Throwable failure;

    private final Faults faults;

    ExchangeCounts(final Faults faults) {
        this.faults = faults;
    }

    /** Faults of a kind that have happened. */
    public long faults(final Fault fault) {
        return faults.struck(fault);
    }

    /** Connections accepted. */
    public long connections() {
        return connections;
    }

    /** Frames of streams handed to connections, each connection counted. */
    public long framesSent() {
        return framesSent;
    }

    /** Frames left out because a connection was too slow to take them. */
    public long framesSkipped() {
        return framesSkipped;
    }

    /** Requests of clients. */
    public long requests() {
        return requests;
    }

    /** GETs of clients. */
    public long gets() {
        return gets;
    }

    /** Pings that were answered with what they carried. */
    public long pongs() {
        return pongs;
    }

    /** Whether all of the tape has been played. */
    public boolean tapeEnded() {
        return tapeEnded;
    }

    /** What the tape failed with, or null. */
    public Throwable failure() {
        return failure;
    }

    // One thread writes, so nothing is lost between reading and writing.

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void connected() {
        connections++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void sent() {
        framesSent++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void skipped() {
        framesSkipped++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void requested() {
        requests++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void asked() {
        gets++;
    }

    @SuppressWarnings("NonAtomicVolatileUpdate")
    void answered() {
        pongs++;
    }

    void tapeEnded(final boolean value) {
        if (tapeEnded != value) {
            tapeEnded = value;
        }
    }

    void failed(final Throwable cause) {
        failure = cause;
    }
}
