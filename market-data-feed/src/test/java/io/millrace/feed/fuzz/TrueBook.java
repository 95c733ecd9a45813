package io.millrace.feed.fuzz;

import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.book.OrderBook;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.CRC32;

/** The book of an instrument as its exchange has it. Prices have one digit behind the point, sizes three. Never crossed. */
final class TrueBook {
    static final int PRICE_SCALE = 1;
    static final int SIZE_SCALE = 3;
    private static final long MIDDLE = 100_000;
    private static final int LEVELS = 10;
    private static final int CHECKED = 25;

    /** A new size; 0 removes the level. */
    record Change(boolean isBid, long price, long size) {}

    private final Random random;
    private final NavigableMap<Long, Long> bids = new TreeMap<>((a, b) -> Long.compare(b, a));
    private final NavigableMap<Long, Long> asks = new TreeMap<>();
    private long id = 1_000;
    private long firstId = 1_000;
    private long previousId = -1;

    TrueBook(final long seed) {
        random = new Random(seed);
        for (int i = 0; i < LEVELS; i++) {
            bids.put(MIDDLE - 1 - 2L * i, size());
            asks.put(MIDDLE + 1 + 2L * i, size());
        }
    }

    TrueBook(final TrueBook other) {
        random = other.random;
        bids.putAll(other.bids);
        asks.putAll(other.asks);
        id = other.id;
        firstId = other.firstId;
        previousId = other.previousId;
    }

    private long size() {
        return 1L + random.nextInt(99_999);
    }

    /**
     * Goes on by one update, which has some changes. Each side keeps ten levels at most, as one that is subscribed to.
     *
     * @param step how far ids go on
     */
    List<Change> update(final int step) {
        previousId = id;
        firstId = id + 1;
        id += step;
        final List<Change> changes = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            final boolean isBid = random.nextBoolean();
            final NavigableMap<Long, Long> side = isBid ? bids : asks;
            final long distance = 1L + random.nextInt(2 * LEVELS);
            final long price = isBid ? MIDDLE - distance : MIDDLE + distance;
            final boolean isWorse = side.comparator() == null ? price > side.lastKey() : price < side.lastKey();
            if (side.containsKey(price) && side.size() > LEVELS / 2 && random.nextBoolean()) {
                side.remove(price);
                changes.add(new Change(isBid, price, 0));
            } else if (side.containsKey(price) || !isWorse || side.size() < LEVELS) {
                final long size = size();
                side.put(price, size);
                changes.add(new Change(isBid, price, size));
                if (side.size() > LEVELS) {
                    // One who keeps all levels must be told; one who keeps ten has left it out already.
                    changes.add(new Change(isBid, side.lastKey(), 0));
                    side.pollLastEntry();
                }
            }
        }
        return changes;
    }

    long id() {
        return id;
    }

    long firstId() {
        return firstId;
    }

    long previousId() {
        return previousId;
    }

    NavigableMap<Long, Long> bids() {
        return bids;
    }

    NavigableMap<Long, Long> asks() {
        return asks;
    }

    static String price(final long price) {
        return price / 10 + "." + price % 10;
    }

    static String size(final long size) {
        return size / 1_000 + "." + String.valueOf(1_000 + size % 1_000).substring(1);
    }

    /** Whether a book has these levels and no others. */
    boolean matches(final OrderBook book) {
        if (book.bids() != bids.size() || book.asks() != asks.size()) {
            return false;
        }
        final long priceFactor = PowersOfTen.get(Math.max(0, book.priceScale() - PRICE_SCALE));
        final long sizeFactor = PowersOfTen.get(Math.max(0, book.sizeScale() - SIZE_SCALE));
        int i = 0;
        for (final Map.Entry<Long, Long> bid : bids.entrySet()) {
            if (book.bidPrice(i) != bid.getKey() * priceFactor || book.bidSize(i) != bid.getValue() * sizeFactor) {
                return false;
            }
            i++;
        }
        i = 0;
        for (final Map.Entry<Long, Long> ask : asks.entrySet()) {
            if (book.askPrice(i) != ask.getKey() * priceFactor || book.askSize(i) != ask.getValue() * sizeFactor) {
                return false;
            }
            i++;
        }
        return true;
    }

    /** Kraken's checksum: digits of the ten best asks and bids. */
    long krakenChecksum() {
        final StringBuilder text = new StringBuilder();
        asks.forEach((price, size) -> text.append(price).append(size));
        bids.forEach((price, size) -> text.append(price).append(size));
        return crc(text).getValue();
    }

    /** OKX's checksum: levels of both sides in turns. */
    int okxChecksum() {
        final StringBuilder text = new StringBuilder();
        final List<Map.Entry<Long, Long>> bid = new ArrayList<>(bids.entrySet());
        final List<Map.Entry<Long, Long>> ask = new ArrayList<>(asks.entrySet());
        for (int i = 0; i < CHECKED; i++) {
            append(text, bid, i);
            append(text, ask, i);
        }
        return (int) crc(text).getValue();
    }

    private static void append(final StringBuilder text, final List<Map.Entry<Long, Long>> side, final int index) {
        if (index < side.size()) {
            text.append(text.isEmpty() ? "" : ":")
                    .append(price(side.get(index).getKey()))
                    .append(':')
                    .append(size(side.get(index).getValue()));
        }
    }

    private static CRC32 crc(final StringBuilder text) {
        final CRC32 crc = new CRC32();
        for (int i = 0; i < text.length(); i++) {
            crc.update(text.charAt(i));
        }
        return crc;
    }

    @Override
    public String toString() {
        return "book at " + id + ": " + bids + " | " + asks;
    }
}
