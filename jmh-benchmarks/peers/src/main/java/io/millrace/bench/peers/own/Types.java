package io.millrace.bench.peers.own;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.window.WindowItemType;

/** How Millrace keeps the items of the job. They know nothing of it, so that no other engine has to load it. */
final class Types {
    static final WindowItemType<Bar, Bar> BARS = WindowItemType.of(
            ItemType.of("peers.bar", Bar::new, Types::write, Types::read), (bar, start, end) -> bar.start = start);

    static final ItemType<Average, Average> AVERAGES =
            ItemType.of("peers.average", Average::new, Types::write, Types::read);

    static final ItemType<Averaged, Averaged> CLOSED =
            ItemType.of("peers.averaged", Averaged::new, Types::write, Types::read);

    private Types() {}

    private static void write(final Bar bar, final FieldWriter out) {
        out.putInt(bar.instrument)
                .putLong(bar.start)
                .putLong(bar.open)
                .putLong(bar.high)
                .putLong(bar.low)
                .putLong(bar.close)
                .putLong(bar.volume)
                .putLong(bar.count);
    }

    private static void read(final Bar bar, final FieldReader in) {
        bar.instrument = in.takeInt();
        bar.start = in.takeLong();
        bar.open = in.takeLong();
        bar.high = in.takeLong();
        bar.low = in.takeLong();
        bar.close = in.takeLong();
        bar.volume = in.takeLong();
        bar.count = in.takeLong();
    }

    private static void write(final Average average, final FieldWriter out) {
        out.putDouble(average.mean).putBoolean(average.seeded);
    }

    private static void read(final Average average, final FieldReader in) {
        average.mean = in.takeDouble();
        average.seeded = in.takeBoolean();
    }

    private static void write(final Averaged closed, final FieldWriter out) {
        out.putInt(closed.instrument)
                .putLong(closed.start)
                .putLong(closed.open)
                .putLong(closed.high)
                .putLong(closed.low)
                .putLong(closed.close)
                .putLong(closed.volume)
                .putLong(closed.count)
                .putDouble(closed.average);
    }

    private static void read(final Averaged closed, final FieldReader in) {
        closed.instrument = in.takeInt();
        closed.start = in.takeLong();
        closed.open = in.takeLong();
        closed.high = in.takeLong();
        closed.low = in.takeLong();
        closed.close = in.takeLong();
        closed.volume = in.takeLong();
        closed.count = in.takeLong();
        closed.average = in.takeDouble();
    }
}
