package io.millrace.bench.decode;

/** A book in sorted maps, as most are written first. */
final class SortedMapBook extends PlainBook {
    private final TreeMapLevels levels = new TreeMapLevels();

    SortedMapBook(final int input) {
        super(input);
    }

    @Override
    void clear() {
        levels.clear();
    }

    @Override
    void set(final boolean isBid, final long price, final long size) {
        levels.set(isBid, price, size);
    }

    @Override
    void multiply(final long priceFactor, final long sizeFactor) {
        levels.multiply(priceFactor, sizeFactor);
    }

    @Override
    void best(final long[] into) {
        levels.best(into);
    }
}
