package io.millrace.engine.stage;

/** An output of a stage, as those see it who watch over a flow. */
public interface CountedOutput {

    /** Id of the step. */
    String stepId();

    /** Items given in the life of the journal, those that the sink had already included. */
    long count();

    /** Items that the sink held when it was opened; 0 if it can't tell. */
    long held();

    /** Whether the sink can tell what it holds. */
    boolean isExact();

    /** Rolling hash of the items, or 0 if they are not hashed. */
    long hash();

    /** Whether items wait for the journal to become durable. */
    boolean isWaiting();

    /**
     * Lets out what may leave.
     *
     * @param toDisk whether that is made to survive a loss of power
     * @return how many items, from the first on, will not be given again; all, if the sink can't tell what it holds
     */
    long settle(boolean toDisk);

    /**
     * All that was journaled has been worked on.
     *
     * @throws io.millrace.engine.spi.ConnectorException if the sink holds more than came of it, and that is not accepted
     */
    void requireNotAhead();
}
