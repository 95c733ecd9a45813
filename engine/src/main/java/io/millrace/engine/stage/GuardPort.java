package io.millrace.engine.stage;

/**
 * Stands in front of a step inside a guard: the item that the step fails on goes to the guard, and whoever gave it goes on
 * as if nothing had happened. So no step but the one that failed is ever left in the middle of its work.
 */
public final class GuardPort<T> implements Receiver<T> {
    private final String stepId;
    private final KeySpace keys;
    private final FailureLink link;
    private final Receiver<T> next;

    /**
     * @param context of the step
     * @param keyed   whether its items have keys
     */
    GuardPort(final StepContext context, final boolean keyed, final FailureLink link, final Receiver<T> next) {
        this.stepId = context.stepId();
        this.keys = keyed ? context.keys() : null;
        this.link = link;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            next.onItem(key, item);
        } catch (final StepException e) {
            link.take(stepId, e, keys == null ? "" : keys.describe(key));
        }
    }
}
