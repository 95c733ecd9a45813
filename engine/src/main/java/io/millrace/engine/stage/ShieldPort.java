package io.millrace.engine.stage;

/**
 * Stands in front of a step whose failure need not be the flow's: whoever gave the item goes on as if nothing had happened.
 * So no step but the one that failed is ever left in the middle of its work.
 */
public final class ShieldPort<T> implements Receiver<T> {
    private final StepShield shield;
    private final Receiver<T> next;

    ShieldPort(final StepShield shield, final Receiver<T> next) {
        this.shield = shield;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            next.onItem(key, item);
        } catch (final StepException e) {
            shield.take(key, e);
        }
    }
}
