package io.millrace.engine.verify;

import org.agrona.DirectBuffer;

/**
 * Where a look at a flow begins.
 *
 * @param nextSeq first record to be worked on
 * @param state   state of the flow before it
 * @param length  bytes of the state, 0 for the state of a flow that has seen nothing
 */
record Remembered(long nextSeq, DirectBuffer state, int length) {
    static final Remembered NOTHING = new Remembered(0, null, 0);
}
