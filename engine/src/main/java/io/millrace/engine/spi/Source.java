package io.millrace.engine.spi;

import io.millrace.engine.loop.Inlet;
import org.agrona.DirectBuffer;

/**
 * Where records come from. A source that receives from a network has its own thread and hands over by a ring; whatever it
 * does on its own thread, only {@link #poll} decides what comes when.
 *
 * <p>Thread: all methods are called by the ingress thread.<br>
 * Allocation: {@link #poll} none in steady state.<br>
 * Deterministic: need not be; what it gives is journaled.
 */
public interface Source extends AutoCloseable {

    /**
     * Gives what there is, frame by frame, until nothing is left or the inlet is full. Never blocks.
     *
     * @return records given
     */
    int poll(Inlet inlet);

    /** Whether nothing will ever come again. */
    boolean ended();

    /**
     * A stage asks for something. Sooner or later the source gives an ANSWER record with this number.
     *
     * @param input     input that the answer goes to
     * @param requestId number of the request
     */
    default void onRequest(
            final int input, final long requestId, final DirectBuffer request, final int offset, final int length) {
        throw new ConnectorException("this source takes no requests");
    }

    /** Lets go of everything. Called once, also after a failure. */
    @Override
    void close();
}
