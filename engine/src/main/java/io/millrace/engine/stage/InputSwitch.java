package io.millrace.engine.stage;

import org.agrona.concurrent.UnsafeBuffer;

/** Chooses the input of a record: one link of a chain, each as constant as the operators. */
public final class InputSwitch implements InputPort {
    private final int input;
    private final InputPort entry;
    private final InputPort rest;

    InputSwitch(final int input, final InputPort entry, final InputPort rest) {
        this.input = input;
        this.entry = entry;
        this.rest = rest;
    }

    @Override
    public void onPayload(final int ofInput, final UnsafeBuffer buffer, final int offset, final int length) {
        if (ofInput == input) {
            entry.onPayload(ofInput, buffer, offset, length);
        } else {
            rest.onPayload(ofInput, buffer, offset, length);
        }
    }
}
