package io.millrace.engine.stage;

/** One of the inputs of an operator that has several. */
public final class SidePort<T> implements Receiver<T> {
    private final int side;
    private final MultiReceiver operator;

    SidePort(final int side, final MultiReceiver operator) {
        this.side = side;
        this.operator = operator;
    }

    @Override
    public void onItem(final long key, final T item) {
        operator.onItem(side, key, item);
    }
}
