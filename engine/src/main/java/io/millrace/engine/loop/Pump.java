package io.millrace.engine.loop;

/** What feeds a flow: the ingress when it is live, a journal in a replay. */
public interface Pump extends AutoCloseable {

    /**
     * Moves what there is.
     *
     * @return how much was done; 0 if there is nothing to do at the moment
     */
    int poll(BatchTarget target);

    /** Whether nothing will ever come again. */
    boolean ended();

    /** Whether the last of all inputs has ended: there is more to a flow's end than to the end of what there is to read. */
    boolean sawEndOfInput();

    /** Begins with telling the stages for how long nothing was moved. */
    default void resume(final BatchTarget target) {
        // A journal that is read says that itself.
    }

    /** Nothing more is wanted: the last that is moved is the cut for a snapshot, if there is to be one. */
    default void stop(final BatchTarget target) {
        // A journal that is read is as it is.
    }

    @Override
    void close();
}
