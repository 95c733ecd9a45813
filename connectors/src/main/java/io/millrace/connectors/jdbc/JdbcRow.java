package io.millrace.connectors.jdbc;

import io.millrace.operators.market.Sum128;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * The values of one row, column by column in the order in which the columns were named.
 *
 * <p>Thread: the sink's. Allocation: each value. Deterministic: yes.
 */
public final class JdbcRow {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final Object[] values;
    private int next;

    JdbcRow(final int columns) {
        values = new Object[columns];
    }

    /** Text of a {@code varchar}. */
    public JdbcRow text(final CharSequence value) {
        return put(value == null ? null : value.toString());
    }

    /** Whole number of a {@code bigint}, {@code integer} or {@code smallint}. */
    public JdbcRow whole(final long value) {
        return put(value);
    }

    /** The number {@code mantissa / 10^scale} of a {@code decimal}. */
    public JdbcRow decimal(final long mantissa, final int scale) {
        return put(BigDecimal.valueOf(mantissa, scale));
    }

    /** The number {@code sum / 10^scale} of a {@code decimal}. */
    public JdbcRow decimal(final Sum128 sum, final int scale) {
        final BigInteger high = BigInteger.valueOf(sum.high()).shiftLeft(Long.SIZE);
        final BigInteger low = new BigInteger(Long.toUnsignedString(sum.low()));
        return put(new BigDecimal(high.add(low), scale));
    }

    /** Number of a {@code double precision}. */
    public JdbcRow real(final double value) {
        return put(value);
    }

    public JdbcRow truth(final boolean value) {
        return put(value);
    }

    /**
     * Time of a {@code timestamp with time zone}, as exact as the database has it.
     *
     * @param epochNanos epoch nanoseconds
     */
    public JdbcRow time(final long epochNanos) {
        final Instant instant = Instant.ofEpochSecond(
                Math.floorDiv(epochNanos, NANOS_PER_SECOND), Math.floorMod(epochNanos, NANOS_PER_SECOND));
        return put(OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
    }

    /** No value. */
    public JdbcRow none() {
        return put(null);
    }

    private JdbcRow put(final Object value) {
        if (next < values.length) {
            values[next] = value;
        }
        next++;
        return this;
    }

    /** Values that were given; more than there are columns if the binder is wrong. */
    int given() {
        return next;
    }

    Object[] values() {
        return values;
    }
}
