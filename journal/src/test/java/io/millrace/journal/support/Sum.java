package io.millrace.journal.support;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.spi.SinkContext;
import io.millrace.engine.stage.DefinitionType;
import io.millrace.engine.stage.Definitions;

/** A little item of an output. */
public final class Sum {
    public static final ItemType<Sum, Sum> TYPE =
            ItemType.of("sum", Sum::new, (item, out) -> out.putLong(item.count).putInt(item.half), (item, in) -> {
                item.count = in.takeLong();
                item.half = in.takeInt();
            });

    /** Of a step named "sums". */
    public static final SinkContext CONTEXT = new SinkContext() {
        @Override
        public String stepId() {
            return "sums";
        }

        @Override
        public <D extends Definitions> D definitions(final DefinitionType<D> type) {
            throw new UnsupportedOperationException("no definitions here");
        }
    };

    public long count;
    public int half;

    /** A sum. */
    public static Sum of(final long count) {
        final Sum sum = new Sum();
        sum.count = count;
        sum.half = (int) (count / 2);
        return sum;
    }

    @Override
    public String toString() {
        return count + "/" + half;
    }
}
