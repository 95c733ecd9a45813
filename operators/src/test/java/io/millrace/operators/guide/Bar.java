package io.millrace.operators.guide;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/** First, highest, lowest and last price, and the number of ticks. */
public final class Bar {
    /** How bars are made, written and read. */
    public static final ItemType<Bar, Bar> TYPE = ItemType.of("bar", Bar::new, Bar::write, Bar::read);

    private long open;
    private long high;
    private long low;
    private long close;
    private long ticks;

    /** Adds a tick. */
    public void add(final Tick tick) {
        open = ticks == 0 ? tick.price() : open;
        high = ticks == 0 ? tick.price() : Math.max(high, tick.price());
        low = ticks == 0 ? tick.price() : Math.min(low, tick.price());
        close = tick.price();
        ticks++;
    }

    /** Adds a bar that is later in time; both have ticks. */
    public void merge(final Bar later) {
        high = Math.max(high, later.high);
        low = Math.min(low, later.low);
        close = later.close;
        ticks += later.ticks;
    }

    public long range() {
        return high - low;
    }

    public long ticks() {
        return ticks;
    }

    private static void write(final Bar bar, final FieldWriter out) {
        out.putLong(bar.open)
                .putLong(bar.high)
                .putLong(bar.low)
                .putLong(bar.close)
                .putLong(bar.ticks);
    }

    private static void read(final Bar bar, final FieldReader in) {
        bar.open = in.takeLong();
        bar.high = in.takeLong();
        bar.low = in.takeLong();
        bar.close = in.takeLong();
        bar.ticks = in.takeLong();
    }

    @Override
    public String toString() {
        return "open " + open + ", high " + high + ", low " + low + ", close " + close + ", ticks " + ticks;
    }
}
