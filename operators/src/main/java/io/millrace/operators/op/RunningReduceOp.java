package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.store.ItemSlot;
import java.util.function.BinaryOperator;

/** Makes one item of all items of each key, and emits it after each of them. */
public final class RunningReduceOp<T> implements Receiver<T>, Stateful {
    private final Reduction<T> reduction;
    private final StepContext context;
    private final Receiver<T> next;

    RunningReduceOp(
            final Codec<T> codec, final BinaryOperator<T> reducer, final StepContext context, final Receiver<T> next) {
        this.reduction = Reduction.of(codec, reducer, context.keys());
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        final ItemSlot<T> reduced;
        try {
            reduced = reduction.add(key, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
        next.onItem(key, reduced.item());
    }

    @Override
    public void reset() {
        reduction.states().reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        reduction.states().write(out);
    }

    @Override
    public void readState(final StateReader in) {
        reduction.states().read(in);
    }
}
