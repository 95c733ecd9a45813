package io.millrace.bench.decode;

/** A book in plain arrays. */
final class ArrayBook extends PlainBook {
    private final LevelArray bids = new LevelArray(true);
    private final LevelArray asks = new LevelArray(false);

    ArrayBook(final int input) {
        super(input);
    }

    @Override
    void clear() {
        bids.clear();
        asks.clear();
    }

    @Override
    void set(final boolean isBid, final long price, final long size) {
        (isBid ? bids : asks).set(price, size);
    }

    @Override
    void multiply(final long priceFactor, final long sizeFactor) {
        bids.multiply(priceFactor, sizeFactor);
        asks.multiply(priceFactor, sizeFactor);
    }

    @Override
    void best(final long[] into) {
        into[0] = bids.bestPrice();
        into[1] = bids.bestSize();
        into[2] = asks.bestPrice();
        into[3] = asks.bestSize();
    }
}
