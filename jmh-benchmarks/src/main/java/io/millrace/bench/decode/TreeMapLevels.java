package io.millrace.bench.decode;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Both sides of a book in sorted maps, prices and sizes as scaled integers.
 *
 * <p>Thread: one. Allocation: maps' entries, boxed numbers. Deterministic: yes.
 */
final class TreeMapLevels {
    private final TreeMap<Long, Long> bids = new TreeMap<>(Collections.reverseOrder());
    private final TreeMap<Long, Long> asks = new TreeMap<>();

    void clear() {
        bids.clear();
        asks.clear();
    }

    void set(final boolean isBid, final long price, final long size) {
        final TreeMap<Long, Long> side = isBid ? bids : asks;
        if (size == 0) {
            side.remove(price);
        } else {
            side.put(price, size);
        }
    }

    /** After a change of scale. */
    void multiply(final long priceFactor, final long sizeFactor) {
        multiply(bids, priceFactor, sizeFactor);
        multiply(asks, priceFactor, sizeFactor);
    }

    private static void multiply(final Map<Long, Long> side, final long priceFactor, final long sizeFactor) {
        final Map<Long, Long> before = new TreeMap<>(side);
        side.clear();
        before.forEach((price, size) -> side.put(price * priceFactor, size * sizeFactor));
    }

    /** Reads prices and sizes of the best bid and offer, zeros where there is none. */
    void best(final long[] into) {
        read(bids.firstEntry(), into, 0);
        read(asks.firstEntry(), into, 2);
    }

    private static void read(final Map.Entry<Long, Long> level, final long[] into, final int at) {
        into[at] = level == null ? 0 : level.getKey();
        into[at + 1] = level == null ? 0 : level.getValue();
    }
}
