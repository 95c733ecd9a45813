package io.millrace.operators.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class Sum128Test {
    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(128);
    private static final BigInteger LARGEST = BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE);

    private final Sum128 sum = new Sum128();

    /** In two's complement of 128 bits. */
    private static BigInteger wrapped(final BigInteger value) {
        final BigInteger modulo = value.mod(MODULUS);
        return modulo.compareTo(LARGEST) > 0 ? modulo.subtract(MODULUS) : modulo;
    }

    private static BigInteger big(final long value) {
        return BigInteger.valueOf(value);
    }

    @Property
    void addsNumbers(@ForAll final long[] numbers) {
        BigInteger expected = BigInteger.ZERO;
        final Sum128 total = new Sum128();
        for (final long number : numbers) {
            total.add(number);
            expected = expected.add(big(number));
        }
        assertThat(total.toBigInteger()).isEqualTo(expected);
        assertThat(total).hasToString(expected.toString());
    }

    @Property
    void addsProducts(@ForAll final long left, @ForAll final long right, @ForAll final long before) {
        final Sum128 total = new Sum128();
        total.add(before);
        total.addProduct(left, right);
        assertThat(total.toBigInteger())
                .isEqualTo(wrapped(big(left).multiply(big(right)).add(big(before))));
    }

    @Property
    void addsSums(
            @ForAll final long high,
            @ForAll final long low,
            @ForAll final long otherHigh,
            @ForAll final long otherLow) {
        final Sum128 left = new Sum128();
        left.set(high, low);
        final Sum128 right = new Sum128();
        right.set(otherHigh, otherLow);
        final BigInteger expected = wrapped(left.toBigInteger().add(right.toBigInteger()));
        left.add(right);
        assertThat(left.toBigInteger()).isEqualTo(expected);
    }

    @Property
    void multiplies(
            @ForAll final long high,
            @ForAll final long low,
            @ForAll @LongRange(max = Long.MAX_VALUE) final long factor) {
        final Sum128 total = new Sum128();
        total.set(high, low);
        final BigInteger expected = wrapped(total.toBigInteger().multiply(big(factor)));
        total.multiply(factor);
        assertThat(total.toBigInteger()).isEqualTo(expected);
    }

    @Property
    void isCloseAsADouble(@ForAll final long high, @ForAll final long low) {
        final Sum128 total = new Sum128();
        total.set(high, low);
        final double expected = total.toBigInteger().doubleValue();
        assertThat(total.toDouble()).isCloseTo(expected, within(Math.abs(expected) * 1e-15));
    }

    @Example
    void isExactAsADoubleIfItIsSmall() {
        sum.add(-1);
        assertThat(sum.toDouble()).isEqualTo(-1);
        sum.add(4);
        assertThat(sum.toDouble()).isEqualTo(3);
    }

    @Property
    void isALongIfItFits(@ForAll final long value) {
        final Sum128 total = new Sum128();
        total.add(value);
        assertThat(total.toLongExact()).isEqualTo(value);
    }

    @Example
    void isNoLongIfItDoesNotFit() {
        sum.add(Long.MAX_VALUE);
        sum.add(1);
        assertThatThrownBy(sum::toLongExact)
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("9223372036854775808");
        sum.clear();
        sum.add(Long.MIN_VALUE);
        sum.add(-1);
        assertThatThrownBy(sum::toLongExact).isInstanceOf(ArithmeticException.class);
    }

    @Example
    void isEqualByValue() {
        sum.set(1, 2);
        final Sum128 copy = new Sum128();
        assertThat(copy).isNotEqualTo(sum);
        copy.copyFrom(sum);
        assertThat(copy).isEqualTo(sum).hasSameHashCodeAs(sum);
    }
}
