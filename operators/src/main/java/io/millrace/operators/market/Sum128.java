package io.millrace.operators.market;

import java.math.BigInteger;

/**
 * A sum in 128 bits, two's complement: price times size outgrows 64 bits, and so do a day's sizes of a cheap coin.
 *
 * <p>Thread: one. Allocation: none, but {@link #toBigInteger()}. Deterministic: exact.
 */
public final class Sum128 {
    private long high;
    private long low;

    /** Adds a number. */
    public void add(final long value) {
        add(value >> 63, value);
    }

    /** Adds a product. */
    public void addProduct(final long left, final long right) {
        add(Math.multiplyHigh(left, right), left * right);
    }

    /** Adds another sum. */
    public void add(final Sum128 other) {
        add(other.high, other.low);
    }

    /** Adds another sum, multiplied by two numbers that are not negative. */
    public void addMultiple(final Sum128 other, final long first, final long second) {
        final long onceHigh = other.high * first + unsignedMultiplyHigh(other.low, first);
        final long once = other.low * first;
        add(onceHigh * second + unsignedMultiplyHigh(once, second), once * second);
    }

    private void add(final long addedHigh, final long addedLow) {
        final long sum = low + addedLow;
        final long carry = Long.compareUnsigned(sum, low) < 0 ? 1 : 0;
        low = sum;
        high += addedHigh + carry;
    }

    /** Multiplies by a number that is not negative. */
    public void multiply(final long factor) {
        final long lowHigh = unsignedMultiplyHigh(low, factor);
        low *= factor;
        high = high * factor + lowHigh;
    }

    private static long unsignedMultiplyHigh(final long left, final long right) {
        return Math.multiplyHigh(left, right) + (left >> 63 & right) + (right >> 63 & left);
    }

    public void clear() {
        set(0, 0);
    }

    /** Sets both halves. */
    public void set(final long newHigh, final long newLow) {
        high = newHigh;
        low = newLow;
    }

    public void copyFrom(final Sum128 other) {
        set(other.high, other.low);
    }

    /** Upper 64 bits, signed. */
    public long high() {
        return high;
    }

    /** Lower 64 bits, unsigned. */
    public long low() {
        return low;
    }

    /** The sum, if it fits in 64 bits. */
    public long toLongExact() {
        if (high != low >> 63) {
            throw new ArithmeticException(this + " does not fit in 64 bits");
        }
        return low;
    }

    /** The sum as a double, to about 16 digits. */
    public double toDouble() {
        // The halves of a small negative sum are large numbers that cancel out.
        return high == low >> 63 ? low : high * 0x1p64 + (low >>> 1) * 2.0 + (low & 1);
    }

    public BigInteger toBigInteger() {
        return BigInteger.valueOf(high)
                .shiftLeft(Long.SIZE)
                .add(BigInteger.valueOf(low >>> 1).shiftLeft(1))
                .add(BigInteger.valueOf(low & 1));
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Sum128 sum && sum.high == high && sum.low == low;
    }

    @Override
    public int hashCode() {
        return Long.hashCode(high * 31 + low);
    }

    @Override
    public String toString() {
        return toBigInteger().toString();
    }
}
