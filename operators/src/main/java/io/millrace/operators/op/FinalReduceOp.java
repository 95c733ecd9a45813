package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.store.ItemSlot;
import java.util.function.BinaryOperator;

/** Makes one item of all items of each key, and emits it at the end of input. */
public final class FinalReduceOp<T> implements Receiver<T>, EndTarget, Stateful {
    private final Reduction<T> reduction;
    private final StepContext context;
    private final Receiver<T> next;

    FinalReduceOp(
            final Codec<T> codec, final BinaryOperator<T> reducer, final StepContext context, final Receiver<T> next) {
        this.reduction = Reduction.of(codec, reducer, context.keys());
        this.context = context;
        this.next = next;
    }

    @Override
    public void onItem(final long key, final T item) {
        try {
            reduction.add(key, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        reduction.states().store().collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        final ItemSlot<T> reduced = reduction.states().find(key);
        next.onItem(key, reduced.item());
        reduction.states().remove(key, reduced);
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
