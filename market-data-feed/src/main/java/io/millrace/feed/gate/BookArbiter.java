package io.millrace.feed.gate;

/**
 * Decides which messages of books pass.
 *
 * <p>Thread: the one that decodes. Allocation: only for more instruments than ever before. Deterministic: yes.
 */
interface BookArbiter {

    /** Whether a message is to be given; ids are -1 if there are none. */
    boolean passes(ConnectionGate gate, int place, boolean snapshot, long firstId, long lastId, long previousId);

    /** Whether a book suffers from what happens to a connection. */
    boolean needs(ConnectionGate gate, int place);

    /** A snapshot was asked for. */
    void expectSnapshot(int place);

    /** A connection is gone. */
    void left(ConnectionGate gate);

    /** What was given so far means nothing any more. */
    void forget();
}
