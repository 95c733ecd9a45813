package io.millrace.operators.market;

import io.millrace.engine.item.FieldReader;
import io.millrace.engine.item.FieldWriter;
import io.millrace.engine.item.ItemType;

/**
 * Exponential moving average with {@code a = 2 / (n + 1)}, seeded as TA-Lib does by default: the first value is the mean
 * of the first n inputs. State of one key.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Ema {
    private final int period;
    private final double weight;
    private long count;
    private double sum;
    private double value;

    private Ema(final int period) {
        this.period = period;
        this.weight = 2.0 / (period + 1);
    }

    /** Averages over a period of n inputs. */
    public static ItemType<Ema, Ema> over(final int period) {
        return ItemType.of("millrace.ema-" + period, () -> new Ema(period), Ema::write, Ema::read);
    }

    /** Takes an input. */
    public void add(final double input) {
        count++;
        if (count > period) {
            value += weight * (input - value);
        } else {
            sum += input;
            value = sum / count;
        }
    }

    /** Whether there have been n inputs. */
    public boolean isReady() {
        return count >= period;
    }

    /** The average; before n inputs, the mean of those. */
    public double value() {
        return value;
    }

    private void write(final FieldWriter out) {
        out.putLong(count).putDouble(sum).putDouble(value);
    }

    private void read(final FieldReader in) {
        count = in.takeLong();
        sum = in.takeDouble();
        value = in.takeDouble();
    }
}
