package io.millrace.operators.guide;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;
import io.millrace.operators.window.Window;

/** Beginning and end of a window, and the number of ticks. */
public final class TimedBar {
    /** How it is made, written and read. */
    public static final ItemType<TimedBar, TimedBar> TYPE =
            ItemType.of("timed-bar", TimedBar::new, TimedBar::write, TimedBar::read);

    private long start;
    private long end;
    private long ticks;

    /** Adds a tick, and takes the window's bounds. */
    public static void add(final Window window, final TimedBar bar, final Tick tick) {
        bar.start = window.start();
        bar.end = window.end();
        bar.ticks++;
    }

    /** Adds a tick. */
    public void add(final Tick tick) {
        ticks++;
    }

    /** Takes the window's bounds. */
    public void bounds(final long from, final long to) {
        start = from;
        end = to;
    }

    private static void write(final TimedBar bar, final FieldWriter out) {
        out.putLong(bar.start).putLong(bar.end).putLong(bar.ticks);
    }

    private static void read(final TimedBar bar, final FieldReader in) {
        bar.start = in.takeLong();
        bar.end = in.takeLong();
        bar.ticks = in.takeLong();
    }

    @Override
    public String toString() {
        return "from " + start + " to " + end + ": " + ticks;
    }
}
