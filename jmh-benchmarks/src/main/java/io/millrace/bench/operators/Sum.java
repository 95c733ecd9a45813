package io.millrace.bench.operators;

import io.millrace.engine.item.ItemType;

/** What ticks are folded into; its type is made as users make theirs. */
final class Sum {
    static final ItemType<Sum, Sum> TYPE = ItemType.of(
            "bench.sum", Sum::new, (sum, out) -> out.putLong(sum.count).putLong(sum.value), (sum, in) -> {
                sum.count = in.takeLong();
                sum.value = in.takeLong();
            });

    long count;
    long value;

    void add(final Tick tick) {
        count++;
        value += tick.value;
    }

    void merge(final Sum other) {
        count += other.count;
        value += other.value;
    }

    /** Of all fields. */
    long sum() {
        return count + value;
    }

    void set(final Sum other) {
        count = other.count;
        value = other.value;
    }
}
