package io.millrace.operators.join;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StepContext;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * What a join makes of its rows. For those who write joins; users say it by which method they call.
 *
 * <p>Thread: any, immutable. Allocation: while building. Deterministic: yes.
 *
 * @param <R> what it makes
 */
public interface RowForm<R> {

    /** Type of what it makes. */
    Codec<R> codec();

    /**
     * What takes rows in front of what takes the results.
     *
     * @param context of the step
     * @param next    takes the results
     */
    Receiver<JoinRow> before(StepContext context, Receiver<R> next);

    /** The rows themselves. */
    static RowForm<JoinRow> rows(final Codec<JoinRow> codec) {
        return new PlainRows(codec);
    }

    /** Items that a function fills: makes no garbage. */
    static <R, W extends R> RowForm<R> filled(
            final ItemType<R, W> type, final BiConsumer<? super JoinRow, ? super W> fill) {
        return new FilledRows<>(type, fill);
    }

    /** Items that a function returns. */
    static <R> RowForm<R> returned(final Codec<R> codec, final Function<? super JoinRow, ? extends R> function) {
        return new ReturnedRows<>(codec, function);
    }
}
