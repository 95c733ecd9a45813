package io.millrace.operators.join;

import io.millrace.engine.stage.MultiReceiver;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;

/** Merges streams into one of rows in which one side has an item: the side that it came by. */
public final class SidesOp implements MultiReceiver {
    private final Receiver<JoinRow> next;
    private final JoinRow row;

    SidesOp(final JoinRowCodec codec, final StepContext context, final Receiver<JoinRow> next) {
        this.next = next;
        this.row = new JoinRow(codec.sides());
    }

    @Override
    public void onItem(final int side, final long key, final Object item) {
        row.set(side, item);
        next.onItem(key, row);
        row.set(side, null);
    }
}
