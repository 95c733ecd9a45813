package io.millrace.engine.stage;

/** A stream that is used twice: the first user sees an item, with all that follows from it, before the second. */
public final class FanOut<T> implements Receiver<T> {
    private final Receiver<T> first;
    private final Receiver<T> second;

    FanOut(final Receiver<T> first, final Receiver<T> second) {
        this.first = first;
        this.second = second;
    }

    @Override
    public void onItem(final long key, final T item) {
        first.onItem(key, item);
        second.onItem(key, item);
    }
}
