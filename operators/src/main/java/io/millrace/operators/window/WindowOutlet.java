package io.millrace.operators.window;

import io.millrace.engine.stage.Receiver;
import io.millrace.operators.Key;

/**
 * Where a logic emits to.
 *
 * <p>A record, because HotSpot trusts the fields of records: what follows is compiled into the operator.
 */
record WindowOutlet<R>(Receiver<R> next, WindowCursor cursor) implements WindowContext<R> {
    @Override
    public Key key() {
        return cursor.view();
    }

    @Override
    public long watermark() {
        return cursor.watermark;
    }

    @Override
    public void emit(final R item) {
        next.onItem(cursor.key, item);
    }
}
