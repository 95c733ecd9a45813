package io.millrace.app.soak;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** A price of something at a time; and what windows fold prices into. */
final class Tick {
    static final ItemType<Tick, Tick> TYPE = ItemType.of("soak.tick", Tick::new, Tick::write, Tick::read);

    long key;
    long time;
    long value;

    long key() {
        return key;
    }

    long time() {
        return time;
    }

    void add(final Tick other) {
        key = other.key;
        time = other.time;
        value += other.value;
    }

    private void write(final FieldWriter out) {
        out.putLong(key).putLong(time).putLong(value);
    }

    private void read(final FieldReader in) {
        key = in.takeLong();
        time = in.takeLong();
        value = in.takeLong();
    }
}
