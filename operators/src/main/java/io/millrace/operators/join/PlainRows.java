package io.millrace.operators.join;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;

/** Rows as they are. */
record PlainRows(Codec<JoinRow> codec) implements RowForm<JoinRow> {

    @Override
    public Receiver<JoinRow> before(final StepContext context, final Receiver<JoinRow> next) {
        return next;
    }
}
