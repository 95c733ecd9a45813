package io.millrace.engine.stage;

/** Stands in front of an input whose records may be skipped where they can't be decoded. */
public final class ShieldEntry implements InputPort {
    private static final long NO_KEY = 0;

    private final StepShield shield;
    private final InputPort next;

    ShieldEntry(final StepShield shield, final InputPort next) {
        this.shield = shield;
        this.next = next;
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        try {
            next.onRecord(kindAndInput, address, length);
        } catch (final StepException e) {
            shield.take(NO_KEY, e);
        }
    }
}
