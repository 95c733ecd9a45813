package io.millrace.operators.window;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** An item without texts, which is also what such items are folded into. */
public final class Sample {
    public static final ItemType<Sample, Sample> TYPE = ItemType.of("sample", Sample::new, Sample::write, Sample::read);

    public long key;
    public long time;
    public long value;

    private static void write(final Sample sample, final FieldWriter out) {
        out.putLong(sample.key).putLong(sample.time).putLong(sample.value);
    }

    private static void read(final Sample sample, final FieldReader in) {
        sample.key = in.takeLong();
        sample.time = in.takeLong();
        sample.value = in.takeLong();
    }

    /** In a way that shows the order. */
    public void add(final Sample other) {
        key = other.key;
        time = Math.max(time, other.time);
        value = value * 31 + other.value;
    }

    @Override
    public String toString() {
        return value + " of " + key + " at " + time;
    }
}
