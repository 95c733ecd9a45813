package io.millrace.operators.op;

import io.millrace.engine.stage.CurrentRecord;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.DebugInspector;

/** Shows each item to a function, with where and when it was seen, and passes it on. */
public final class InspectDebugOp<T> implements Receiver<T> {
    private final DebugInspector<T> inspector;
    private final StepContext context;
    private final Receiver<T> next;
    private final CurrentRecord record;
    private final String step;
    private final String stage;
    private final int part;

    InspectDebugOp(final DebugInspector<T> inspector, final StepContext context, final Receiver<T> next) {
        this.inspector = inspector;
        this.context = context;
        this.next = next;
        this.record = context.record();
        this.step = context.stepId();
        this.stage = context.stage();
        this.part = context.part();
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            inspector.inspect(step, item, record.inputSeq(), stage, part);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, item);
    }
}
