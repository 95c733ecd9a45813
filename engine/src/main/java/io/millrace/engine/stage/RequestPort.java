package io.millrace.engine.stage;

import org.agrona.DirectBuffer;

/**
 * The way from a stage back to a source. Requests leave only from a live flow; in replay and in copies they are dropped,
 * because the answers are in the journal.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: nothing comes back this way.
 */
@FunctionalInterface
public interface RequestPort {
    /** Longest request in bytes. */
    int MAX_LENGTH = 1_008;

    /**
     * Sends a request. There is always room: the step keeps at most as many in flight as the port was made for.
     *
     * @param requestId number that the answer will carry
     */
    void send(long requestId, DirectBuffer request, int length);
}
