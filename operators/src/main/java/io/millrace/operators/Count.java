package io.millrace.operators;

import io.millrace.engine.item.ItemType;

/**
 * How many items there were.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
public abstract sealed class Count {
    /** How counts are made: {@code .fold(Count.TYPE, (count, item) -> count.add(1))}. */
    public static final ItemType<Count, Writer> TYPE = new CountType();

    private long value;

    private Count() {}

    /** Number of items. */
    public long value() {
        return value;
    }

    @Override
    public String toString() {
        return Long.toString(value);
    }

    /** A count that can be filled. */
    public static final class Writer extends Count {
        /** Counts so many more. */
        public Writer add(final long more) {
            super.value += more;
            return this;
        }

        /** Makes it this number. */
        public Writer set(final long number) {
            super.value = number;
            return this;
        }
    }
}
