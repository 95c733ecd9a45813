package io.millrace.bench.decode;

/**
 * The book that one writes first: a sorted map for each side, prices and sizes as scaled integers.
 *
 * <p>Thread: one. Allocation: maps' entries, boxed numbers. Deterministic: yes.
 */
final class TreeMapBook {
    private static final long NONE = -1;

    private final TreeMapLevels levels = new TreeMapLevels();
    private final long[] last = new long[4];
    private long lastUpdateId = NONE;
    private boolean hasSnapshot;
    private boolean isBridged;
    private boolean isTold;

    void clear() {
        levels.clear();
        hasSnapshot = false;
        isBridged = false;
        isTold = false;
    }

    void snapshot(final long id) {
        clear();
        lastUpdateId = id;
        hasSnapshot = true;
    }

    /**
     * Begins an update.
     *
     * @return whether it is to be applied; otherwise the book has it already
     * @throws IllegalStateException if something is missing: what is measured has no gaps
     */
    boolean update(final long first, final long last, final long previous) {
        if (!hasSnapshot) {
            throw new IllegalStateException("an update before a snapshot");
        }
        if (last <= lastUpdateId) {
            isBridged |= last == lastUpdateId;
            return false;
        }
        if (isBridged ? previous != lastUpdateId : first > lastUpdateId && previous > lastUpdateId) {
            throw new IllegalStateException("a gap behind update " + lastUpdateId);
        }
        lastUpdateId = last;
        isBridged = true;
        return true;
    }

    void set(final boolean isBid, final long price, final long size) {
        levels.set(isBid, price, size);
    }

    /** After a change of scale. */
    void multiply(final long priceFactor, final long sizeFactor) {
        levels.multiply(priceFactor, sizeFactor);
    }

    long lastUpdateId() {
        return lastUpdateId;
    }

    /**
     * Whether the best bid or offer has changed since the last call that said so.
     *
     * @param best gets prices and sizes of the best bid and offer
     */
    boolean hasNews(final long[] best) {
        levels.best(best);
        if (isTold && best[0] == last[0] && best[1] == last[1] && best[2] == last[2] && best[3] == last[3]) {
            return false;
        }
        System.arraycopy(best, 0, last, 0, last.length);
        isTold = true;
        return true;
    }
}
