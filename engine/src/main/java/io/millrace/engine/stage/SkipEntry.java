package io.millrace.engine.stage;

/** Stands in front of an input that may fail at some records: what can't be decoded is dropped then. */
public final class SkipEntry implements InputPort {
    private final StepSkips skips;
    private final InputPort next;

    SkipEntry(final StepSkips skips, final InputPort next) {
        this.skips = skips;
        this.next = next;
    }

    @Override
    public void onRecord(final int kindAndInput, final long address, final int length) {
        try {
            next.onRecord(kindAndInput, address, length);
        } catch (final StepException e) {
            skips.pass(e);
        }
    }
}
