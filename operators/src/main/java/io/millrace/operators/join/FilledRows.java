package io.millrace.operators.join;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.Objects;
import java.util.function.BiConsumer;

/** Rows made into items by filling a reused one. */
record FilledRows<R, W extends R>(ItemType<R, W> type, BiConsumer<? super JoinRow, ? super W> fill)
        implements RowForm<R> {
    FilledRows {
        Objects.requireNonNull(type, "type");
    }

    @Override
    public Codec<R> codec() {
        return type;
    }

    @Override
    public Receiver<JoinRow> before(final StepContext context, final Receiver<R> next) {
        return new Filling<>(fill, type.create(), context.checks() ? type : null, context, next);
    }

    /** A record, so that the compiler may trust its fields. */
    private record Filling<R, W extends R>(
            BiConsumer<? super JoinRow, ? super W> fill,
            W reused,
            ItemType<R, W> spoiling,
            StepContext context,
            Receiver<R> next)
            implements Receiver<JoinRow> {

        @Override
        public void onItem(final long key, final JoinRow row) {
            if (spoiling != null) {
                spoiling.spoil(reused);
            }
            try {
                fill.accept(row, reused);
            } catch (final Throwable e) {
                context.failedAside(key, row, e);
                return;
            }
            next.onItem(key, reused);
        }
    }
}
