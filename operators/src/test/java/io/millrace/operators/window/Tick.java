package io.millrace.operators.window;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** An item for tests of windows: a key, a time, a name, a number. */
public final class Tick {
    public static final ItemType<Tick, Tick> TYPE = ItemType.of("tick", Tick::new, Tick::write, Tick::read);

    public long key;
    public long time;
    public long value;
    public String name = "";

    public static Tick of(final long key, final long time, final long value, final String name) {
        final Tick tick = new Tick();
        tick.key = key;
        tick.time = time;
        tick.value = value;
        tick.name = name;
        return tick;
    }

    private static void write(final Tick tick, final FieldWriter out) {
        out.putLong(tick.key).putLong(tick.time).putLong(tick.value).putText(tick.name);
    }

    private static void read(final Tick tick, final FieldReader in) {
        tick.key = in.takeLong();
        tick.time = in.takeLong();
        tick.value = in.takeLong();
        tick.name = in.takeText();
    }

    public long time() {
        return time;
    }

    public long value() {
        return value;
    }

    @Override
    public String toString() {
        return name;
    }
}
