package io.millrace.operators.market;

/**
 * Powers of ten that fit in 64 bits.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class PowersOfTen {
    /** Largest exponent. */
    public static final int MAX = 18;

    private static final long[] POWERS = new long[MAX + 1];

    static {
        POWERS[0] = 1;
        for (int i = 1; i <= MAX; i++) {
            POWERS[i] = POWERS[i - 1] * 10;
        }
    }

    private PowersOfTen() {}

    /** Ten to an exponent from 0 to {@value #MAX}. */
    public static long get(final int exponent) {
        return POWERS[exponent];
    }
}
