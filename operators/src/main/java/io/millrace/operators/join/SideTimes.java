package io.millrace.operators.join;

import java.util.List;
import java.util.function.ToLongFunction;

/** Time of a row in which one side has an item: that item's. */
public final class SideTimes implements ToLongFunction<JoinRow> {
    private final ToLongFunction<Object>[] times;

    /** @param times of the items of each side */
    @SuppressWarnings({"unchecked", "rawtypes"}) // each gets items of its own side only
    public SideTimes(final List<? extends ToLongFunction<?>> times) {
        this.times = times.toArray(new ToLongFunction[0]);
    }

    @Override
    public long applyAsLong(final JoinRow row) {
        final int side = row.firstSide();
        return times[side].applyAsLong(row.get(side));
    }
}
