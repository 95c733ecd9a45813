package io.millrace.operators.support;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** A little item for tests: a number and a key, and how it came to be. */
public final class Probe {
    public static final ItemType<Probe, Probe> TYPE = ItemType.of("probe", Probe::new, Probe::write, Probe::read);

    public long value;
    public long key;
    public long count;

    private static void write(final Probe probe, final FieldWriter out) {
        out.putLong(probe.value).putLong(probe.key).putLong(probe.count);
    }

    private static void read(final Probe probe, final FieldReader in) {
        probe.value = in.takeLong();
        probe.key = in.takeLong();
        probe.count = in.takeLong();
    }

    /** A probe of a value. */
    public static Probe of(final long value) {
        final Probe probe = new Probe();
        probe.value = value;
        probe.key = value;
        return probe;
    }

    /** Makes this one equal to another. */
    public void set(final Probe other) {
        value = other.value;
        key = other.key;
        count = other.count;
    }

    /** Adds a probe to this one, in a way that shows the order. */
    public void add(final Probe other) {
        value = value * 31 + other.value;
        key = other.key;
        count++;
    }

    @Override
    public String toString() {
        return value + "/" + key + "/" + count;
    }
}
