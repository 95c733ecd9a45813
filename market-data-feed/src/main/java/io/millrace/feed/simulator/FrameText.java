package io.millrace.feed.simulator;

import io.millrace.operators.market.PowersOfTen;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;

/**
 * Spells JSON into bytes.
 *
 * <p>Thread: one. Allocation: only for a longer frame than ever before, and for times as text. Deterministic: yes.
 */
public final class FrameText {
    private static final int USUAL = 4_096;
    private static final int LONGEST_NUMBER = 32;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);

    private final byte[] digits = new byte[LONGEST_NUMBER];
    private byte[] bytes = new byte[USUAL];
    private int length;

    /** Begins a message. */
    public FrameText clear() {
        length = 0;
        return this;
    }

    /** Holds the message. */
    public byte[] bytes() {
        return bytes;
    }

    /** Bytes of the message. */
    public int length() {
        return length;
    }

    /** Text as it is. */
    public FrameText text(final String ascii) {
        reserve(ascii.length());
        for (int i = 0; i < ascii.length(); i++) {
            bytes[length++] = (byte) ascii.charAt(i);
        }
        return this;
    }

    /** Bytes as they are. */
    public FrameText raw(final byte[] source, final int offset, final int count) {
        reserve(count);
        System.arraycopy(source, offset, bytes, length, count);
        length += count;
        return this;
    }

    /** A whole number. */
    public FrameText number(final long value) {
        reserve(LONGEST_NUMBER);
        if (value < 0) {
            bytes[length++] = '-';
        }
        int count = 0;
        long left = Math.abs(value);
        do {
            digits[count++] = (byte) ('0' + left % 10);
            left /= 10;
        } while (left != 0);
        while (count > 0) {
            bytes[length++] = digits[--count];
        }
        return this;
    }

    /** A decimal in quotes, with as many zeros at its end as it takes to show {@code decimals} digits. */
    public FrameText decimal(final long mantissa, final int scale, final int decimals) {
        return text("\"").bare(mantissa, scale, decimals).text("\"");
    }

    /** A decimal without quotes, with as many zeros at its end as it takes to show {@code decimals} digits. */
    public FrameText bare(final long mantissa, final int scale, final int decimals) {
        if (mantissa < 0) {
            text("-");
        }
        final long positive = Math.abs(mantissa);
        final long one = PowersOfTen.get(scale);
        number(positive / one);
        if (decimals > 0) {
            text(".");
            reserve(scale + decimals);
            final long fraction = positive % one;
            for (int i = scale - 1; i >= 0; i--) {
                bytes[length++] = (byte) ('0' + fraction / PowersOfTen.get(i) % 10);
            }
            for (int i = scale; i < decimals; i++) {
                bytes[length++] = '0';
            }
        }
        return this;
    }

    /** A time in milliseconds. */
    public FrameText millis(final long epochNanos) {
        return number(epochNanos / NANOS_PER_MILLI);
    }

    /** A time as RFC 3339 has it, in microseconds and with a Z, without quotes. */
    public FrameText instant(final long epochNanos) {
        return text(MICROS.format(Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND))));
    }

    private void reserve(final int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * (length + more));
        }
    }

    /** The message so far. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
