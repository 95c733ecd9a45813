package io.millrace.operators.join;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.StepContext;
import io.millrace.operators.store.ItemSlot;
import io.millrace.operators.store.ItemSlots;
import io.millrace.operators.window.EventClock;
import io.millrace.operators.window.KeyTime;

/**
 * One side of a join by time: its times, and copies of its items.
 *
 * <p>A record, because HotSpot trusts the fields of records. Thread: the stage's. Allocation: only for more copies than ever
 * before. Deterministic: yes.
 */
record TimedSide<T>(KeyTime<T> keyTime, ItemSlots<T> slots, StepContext context) {

    @SuppressWarnings("unchecked") // the codec of a side is that of its stream
    static <T> TimedSide<T> of(final EventClock<T> clock, final Codec<?> codec, final StepContext context) {
        return new TimedSide<>(KeyTime.of(clock), new ItemSlots<>((Codec<T>) codec), context);
    }

    long timeOf(final T item, final long now) {
        try {
            return keyTime.of(item, now);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    long lead(final long time, final long now) {
        return keyTime.lead(time, now);
    }

    ItemSlot<T> keep(final T item) {
        try {
            return slots.keep(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }
}
