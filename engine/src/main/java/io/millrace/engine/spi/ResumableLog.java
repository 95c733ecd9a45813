package io.millrace.engine.spi;

import java.util.UUID;

/**
 * An input log that a run goes on with: what it holds is read from a snapshot on, then it is written on.
 *
 * <p>Thread: one. Allocation: yes.
 */
public interface ResumableLog extends AutoCloseable {

    /** What makes the log unique. */
    UUID id();

    /**
     * Reads records from a number on; the first batch begins with exactly that one. Called again for another start.
     *
     * @throws NotJournaledException if the log ends before that record
     * @throws ConnectorException if they are not there any more, or damaged; says where
     */
    InputLogReader read(long fromSeq);

    /**
     * Begins to append. Everything below {@code nextSeq} was read.
     *
     * @return what the run writes to from now on; closes this log with itself
     */
    InputLog resume(long nextSeq);

    /** Records at which the failure of a step is passed over, in ascending order: journaled wishes of the user. */
    long[] skips();

    /** Whether the user accepts that the log has lost its end, so that sinks ahead of it are cut back. */
    boolean acceptsLoss();

    /**
     * What is kept beside the log was ahead of it, and is cut back, as was accepted: from {@link #resume} on the log is in a
     * new epoch, whether or not it has itself noticed that something is gone.
     */
    default void lossTaken() {
        // Nobody can tell the difference.
    }

    /** Lets go of the log. Does nothing after {@link #resume}, or the second time. */
    @Override
    void close();
}
