package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/** The end of the chain of inputs: records of inputs that live in other stages. */
public final class NoInput implements InputPort {
    @Override
    public void onPayload(final int input, final UnsafeBuffer buffer, final int offset, final int length) {
        // Another stage's input.
    }
}
