package io.millrace.engine.stage;

/** Stands where an observer wants to see end hooks run. */
public final class EndTap implements EndTarget {
    private final ItemObserver observer;
    private final EndTarget next;

    EndTap(final ItemObserver observer, final EndTarget next) {
        this.observer = observer;
        this.next = next;
    }

    @Override
    public void collectEndKeys(final KeyList keys) {
        next.collectEndKeys(keys);
    }

    @Override
    public void onEnd(final long key) {
        observer.onItem(key, null);
        next.onEnd(key);
    }
}
