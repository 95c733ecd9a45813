package io.millrace.engine.stage;

/** Stands where an observer wants to see items. Only compiled in if there is one. */
public final class TapPort<T> implements Receiver<T> {
    private final ItemObserver observer;
    private final Receiver<T> next;

    TapPort(final ItemObserver observer, final Receiver<T> next) {
        this.observer = observer;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        observer.onItem(key, item);
        next.onItem(key, item);
    }
}
