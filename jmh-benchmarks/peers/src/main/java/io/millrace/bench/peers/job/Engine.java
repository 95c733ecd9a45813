package io.millrace.bench.peers.job;

/**
 * Something that does the job. It has the trades in memory, in the form it likes best, when it is made.
 *
 * <p>Thread: one.
 */
public interface Engine extends AutoCloseable {

    /**
     * Does the job once, from nothing: what the last time left is gone.
     *
     * @param results takes what comes out
     * @return nanoseconds from the first trade that was given to it to the last candle that came out
     */
    long run(Results results) throws Exception;

    /** For readers: which version of what, how it is set up, what is counted. */
    String about();

    @Override
    default void close() {
        // Nothing to let go of.
    }
}
