package io.millrace.operators.guide;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import java.util.List;

/** A price of a symbol at a time: the item of the guide's examples, and an example of an item type. */
public final class Tick {
    /** How ticks are made, written and read. */
    public static final ItemType<Tick, Tick> TYPE = ItemType.of("tick", Tick::new, Tick::write, Tick::read);

    private static final long SECOND = 1_000_000_000L;
    private static final List<String> SYMBOLS = List.of("BTC", "ETH", "SOL");

    /** A number, and not the text: reading text makes garbage. */
    private int symbol;

    private long price;
    private long time;

    /** Copies another one. */
    public Tick set(final Tick other) {
        symbol = other.symbol;
        price = other.price;
        time = other.time;
        return this;
    }

    /** The same at another price. */
    public Tick price(final long value) {
        price = value;
        return this;
    }

    public String symbol() {
        return SYMBOLS.get(symbol);
    }

    public long price() {
        return price;
    }

    /** Epoch nanosecond at the venue. */
    public long time() {
        return time;
    }

    long second() {
        return time / SECOND;
    }

    static Tick parse(final String text) {
        final String[] parts = text.split(" ", -1);
        final Tick tick = new Tick();
        tick.symbol = SYMBOLS.indexOf(parts[0]);
        tick.price = Long.parseLong(parts[1]);
        tick.time = Long.parseLong(parts[2].substring(1)) * SECOND;
        return tick;
    }

    private static void write(final Tick tick, final FieldWriter out) {
        out.putInt(tick.symbol).putLong(tick.price).putLong(tick.time);
    }

    private static void read(final Tick tick, final FieldReader in) {
        tick.symbol = in.takeInt();
        tick.price = in.takeLong();
        tick.time = in.takeLong();
    }

    @Override
    public String toString() {
        return symbol() + " " + price + " @" + second();
    }
}
