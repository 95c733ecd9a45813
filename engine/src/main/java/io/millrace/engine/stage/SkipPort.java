package io.millrace.engine.stage;

/** Stands in front of a step that may fail at some records: the item is dropped then. */
public final class SkipPort<T> implements Receiver<T> {
    private final StepSkips skips;
    private final Receiver<T> next;

    SkipPort(final StepSkips skips, final Receiver<T> next) {
        this.skips = skips;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            next.onItem(key, item);
        } catch (final StepException e) {
            skips.pass(e);
        }
    }
}
