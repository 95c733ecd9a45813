package io.millrace.operators.join;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.Objects;
import java.util.function.Function;

/** Rows made into items by a function that returns them. */
record ReturnedRows<R>(Codec<R> codec, Function<? super JoinRow, ? extends R> function) implements RowForm<R> {

    @Override
    public Receiver<JoinRow> before(final StepContext context, final Receiver<R> next) {
        return new Returning<>(function, context, next);
    }

    /** A record, so that the compiler may trust its fields. */
    private record Returning<R>(Function<? super JoinRow, ? extends R> function, StepContext context, Receiver<R> next)
            implements Receiver<JoinRow> {

        @Override
        public void onItem(final long key, final JoinRow row) {
            final R result;
            try {
                result = Objects.requireNonNull(function.apply(row), "the function returned null");
            } catch (final Throwable e) {
                context.failedAside(key, row, e);
                return;
            }
            next.onItem(key, result);
        }
    }
}
