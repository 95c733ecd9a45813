package io.millrace.app.flow;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/**
 * What the demo makes of a candle: its close, the average of the closes, and how unusual the change is.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Signal {
    public static final ItemType<Signal, Signal> TYPE =
            ItemType.of("millrace.demo-signal", Signal::new, Signal::write, Signal::read);

    private int instrumentId;
    private long openTime;
    private double close;
    private double average;
    private double score = Double.NaN;

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return instrumentId;
    }

    /** First epoch nanosecond of the candle. */
    public long openTime() {
        return openTime;
    }

    /** Closing price. */
    public double close() {
        return close;
    }

    /** Exponential moving average of the closing prices. */
    public double average() {
        return average;
    }

    /** How many standard deviations the change is from the changes before; NaN while that is not known. */
    public double score() {
        return score;
    }

    void set(final int instrument, final long time, final double price, final double mean, final double deviations) {
        instrumentId = instrument;
        openTime = time;
        close = price;
        average = mean;
        score = deviations;
    }

    private void write(final FieldWriter out) {
        out.putInt(instrumentId)
                .putLong(openTime)
                .putDouble(close)
                .putDouble(average)
                .putDouble(score);
    }

    private void read(final FieldReader in) {
        set(in.takeInt(), in.takeLong(), in.takeDouble(), in.takeDouble(), in.takeDouble());
    }

    @Override
    public String toString() {
        return "signal of instrument " + instrumentId + " at " + openTime + ": close " + close + ", average " + average
                + ", score " + score;
    }
}
