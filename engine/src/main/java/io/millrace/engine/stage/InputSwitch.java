package io.millrace.engine.stage;

import io.millrace.engine.channel.RecordLayout;

/**
 * Finds the DATA records of one input: one link of a chain, each as constant as the operators. One comparison tells kind
 * and input.
 */
public final class InputSwitch implements InputPort {
    private final int wanted;
    private final InputPort entry;
    private final InputPort rest;

    InputSwitch(final int input, final InputPort entry, final InputPort rest) {
        this.wanted = RecordLayout.dataOf(input);
        this.entry = entry;
        this.rest = rest;
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        if (kindAndInput == wanted) {
            entry.onRecord(kindAndInput, address, length);
        } else {
            rest.onRecord(kindAndInput, address, length);
        }
    }
}
