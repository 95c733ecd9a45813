package io.millrace.report.figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.OptionalLong;

/** How numbers are written, independent of the locale and of the JDK. */
public final class Quantity {
    /** What stands where there is nothing to tell. */
    public static final String NONE = "–";

    private static final int DIGITS = 3;
    private static final double NANOS_PER_MICRO = 1e3;
    private static final long BYTES_PER_GIB = 1L << 30;

    private Quantity() {}

    /** A whole number with separators: 1,234,567. */
    public static String count(final long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** A whole number, or "unknown". */
    public static String count(final OptionalLong value) {
        return value.isPresent() ? count(value.getAsLong()) : "unknown";
    }

    /** Three significant digits, more in front of the point: 0.0841, 2.10, 42.3, 4,119; a dash for what is no number. */
    public static String significant(final double value) {
        if (!Double.isFinite(value)) {
            return NONE;
        }
        if (value == 0) {
            return "0";
        }
        final BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        if (rounded.abs().compareTo(BigDecimal.valueOf(100)) >= 0) {
            return count(Math.round(value));
        }
        // Digits that are only zeros would be lost: 10 as "10.0".
        final int decimals = DIGITS - rounded.precision() + rounded.scale();
        return rounded.setScale(Math.max(decimals, rounded.scale()), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** With this many digits behind the point. */
    public static String fixed(final double value, final int decimals) {
        return Double.isFinite(value)
                ? new BigDecimal(value).setScale(decimals, RoundingMode.HALF_UP).toPlainString()
                : NONE;
    }

    /** Nanoseconds as microseconds, without the unit. */
    public static String micros(final long nanos) {
        return significant(nanos / NANOS_PER_MICRO);
    }

    /** Nanoseconds in the unit that suits them: 84 ns, 2.10 µs, 4.12 ms. */
    public static String duration(final double nanos) {
        if (nanos < 1e3) {
            return short3(nanos) + " ns";
        }
        if (nanos < 1e6) {
            return short3(nanos / 1e3) + " µs";
        }
        return nanos < 1e9 ? short3(nanos / 1e6) + " ms" : short3(nanos / 1e9) + " s";
    }

    /** The same for what was measured. */
    public static String duration(final long nanos) {
        return duration((double) nanos);
    }

    /** Records per second in the unit that suits them: 500 k/s, 1.25 M/s. */
    public static String rate(final double perSecond) {
        if (perSecond < 1e3) {
            return short3(perSecond) + "/s";
        }
        return perSecond < 1e6 ? short3(perSecond / 1e3) + " k/s" : short3(perSecond / 1e6) + " M/s";
    }

    /** The same for a rate that was asked for. */
    public static String rate(final long perSecond) {
        return rate((double) perSecond);
    }

    /** Bytes of main memory: 24 GiB. */
    public static String memory(final OptionalLong bytes) {
        return bytes.isPresent() ? short3((double) bytes.getAsLong() / BYTES_PER_GIB) + " GiB" : "unknown";
    }

    /** Bytes per operation; less than a hundredth is the profiler's own noise, and told as 0. */
    public static String allocation(final double bytes) {
        return Math.abs(bytes) < 0.01 ? "0" : significant(bytes);
    }

    /** A percentile's name: p50, p99.9. */
    public static String percentile(final double percentile) {
        return "p" + plain(percentile);
    }

    /** At most three significant digits, without zeros at the end. */
    public static String short3(final double value) {
        return plain(new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP)));
    }

    /** As few digits as a number that a person chose needs: 99.9 and not 99.900000000000006. */
    public static String plain(final double value) {
        return plain(new BigDecimal(value).round(new MathContext(9, RoundingMode.HALF_UP)));
    }

    private static String plain(final BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}
