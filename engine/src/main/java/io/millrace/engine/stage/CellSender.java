package io.millrace.engine.stage;

import org.agrona.DirectBuffer;

/** The way from a stage to another one. */
@FunctionalInterface
public interface CellSender {

    /** Sends an item; waits while the channel is full. */
    void send(int edge, long key, KeySpace keys, DirectBuffer payload, int length);
}
