package io.millrace.bench.decode;

import java.util.Arrays;

/** One side of a book in two plain arrays, the worst price first; levels move when one comes or goes. */
final class LevelArray {
    private static final int FEW = 1024;

    private final int sign;
    private long[] prices = new long[FEW];
    private long[] sizes = new long[FEW];
    private int count;

    LevelArray(final boolean isBid) {
        sign = isBid ? 1 : -1;
    }

    void clear() {
        count = 0;
    }

    void set(final long price, final long size) {
        final int found = Arrays.binarySearch(prices, 0, count, sign * price);
        if (size == 0) {
            if (found >= 0) {
                count--;
                System.arraycopy(prices, found + 1, prices, found, count - found);
                System.arraycopy(sizes, found + 1, sizes, found, count - found);
            }
        } else if (found >= 0) {
            sizes[found] = size;
        } else {
            insert(-found - 1, price, size);
        }
    }

    private void insert(final int at, final long price, final long size) {
        if (count == prices.length) {
            prices = Arrays.copyOf(prices, 2 * count);
            sizes = Arrays.copyOf(sizes, 2 * count);
        }
        System.arraycopy(prices, at, prices, at + 1, count - at);
        System.arraycopy(sizes, at, sizes, at + 1, count - at);
        prices[at] = sign * price;
        sizes[at] = size;
        count++;
    }

    void multiply(final long priceFactor, final long sizeFactor) {
        for (int level = 0; level < count; level++) {
            prices[level] *= priceFactor;
            sizes[level] *= sizeFactor;
        }
    }

    long bestPrice() {
        return count == 0 ? 0 : sign * prices[count - 1];
    }

    long bestSize() {
        return count == 0 ? 0 : sizes[count - 1];
    }
}
