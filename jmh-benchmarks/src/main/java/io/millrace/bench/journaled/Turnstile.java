package io.millrace.bench.journaled;

import io.millrace.bench.compare.AllocatedBytes;
import java.util.concurrent.Semaphore;

/**
 * Lets the thread of a flow that runs work for one turn at a time, and takes the time of each.
 *
 * <pre>
 *   contest    turn() ─────────── waits ─────────▶ nanos()        turn() ─ ...
 *   flow       next() waits ──▶ │ works, timed │ next() waits ──────────▶ │ works ...
 * </pre>
 *
 * <p>Thread: the contest's calls {@link #turn} and {@link #finish}, the flow's the others. Waiting allocates, which is not
 * counted.
 */
final class Turnstile {
    private final Semaphore begin = new Semaphore(0);
    private final Semaphore end = new Semaphore(0);
    private final StopWatch watch = new StopWatch();
    private final long operations;
    private boolean turning;
    private volatile boolean over;
    private volatile boolean left;

    /** @param operations in one turn */
    Turnstile(final long operations) {
        this.operations = operations;
    }

    /**
     * Lets the flow work for a turn, and waits for it.
     *
     * @return nanoseconds
     */
    long turn() {
        begin.release();
        end.acquireUninterruptibly();
        if (left) {
            throw new IllegalStateException("the flow has ended before its time");
        }
        return watch.nanos();
    }

    /** No more turns. */
    void finish() {
        over = true;
        begin.release();
    }

    /**
     * The turn is over, if there was one: wait for the next.
     *
     * @return whether there is one
     */
    boolean next() {
        if (turning) {
            watch.stop(operations);
            end.release();
        }
        begin.acquireUninterruptibly();
        turning = !over;
        if (turning) {
            watch.start();
        }
        return turning;
    }

    /** The flow has ended, or has failed. */
    void leave() {
        left = true;
        end.release();
    }

    /** What the flow's thread has allocated in its turns. */
    AllocatedBytes allocated() {
        return watch.allocated();
    }
}
