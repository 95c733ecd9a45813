package io.millrace.engine.stage;

/** The end of a stream that nobody uses. */
public final class Nowhere<T> implements Receiver<T> {
    @Override
    public void onItem(final long key, final T item) {
        // Nobody asked for it.
    }
}
