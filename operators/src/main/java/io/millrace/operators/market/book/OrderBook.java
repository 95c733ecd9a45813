package io.millrace.operators.market.book;

import io.millrace.engine.item.ItemType;
import io.millrace.operators.market.PowersOfTen;
import java.math.BigDecimal;
import java.util.Objects;

/**
 * The order book of an instrument as it is behind a whole message: price levels of both sides, the best ones first.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public class OrderBook {
    /** How it is encoded, with all levels; {@link Writer#copyTop} makes smaller ones. */
    public static final ItemType<OrderBook, Writer> TYPE = new OrderBookType();

    private static final int SHOWN = 3;

    final SideLevels bids = new SideLevels(true);
    final SideLevels asks = new SideLevels(false);
    int instrumentId;
    int priceScale;
    int sizeScale;
    long lastUpdateId;
    long exchangeTime;
    long receiveTime;

    OrderBook() {}

    /** Number that the instrument's definition gave it. */
    public final int instrumentId() {
        return instrumentId;
    }

    /** Digits behind the point of prices. */
    public final int priceScale() {
        return priceScale;
    }

    /** Digits behind the point of sizes. */
    public final int sizeScale() {
        return sizeScale;
    }

    /** The venue's number of the last update in the book, or -1 if it has none. */
    public final long lastUpdateId() {
        return lastUpdateId;
    }

    /** When the exchange says that the last update happened, epoch nanoseconds; 0 if the venue sends none. */
    public final long exchangeTime() {
        return exchangeTime;
    }

    /** When the last update was received, epoch nanoseconds. */
    public final long receiveTime() {
        return receiveTime;
    }

    /** Number of bid levels. */
    public final int bids() {
        return bids.count();
    }

    /** Number of ask levels. */
    public final int asks() {
        return asks.count();
    }

    /** Price of a bid level, scaled by {@link #priceScale()}; the best one is 0. */
    public final long bidPrice(final int index) {
        return bids.price(Objects.checkIndex(index, bids.count()));
    }

    /** Size of a bid level, scaled by {@link #sizeScale()}; the best one is 0. */
    public final long bidSize(final int index) {
        return bids.size(Objects.checkIndex(index, bids.count()));
    }

    /** Price of an ask level, scaled by {@link #priceScale()}; the best one is 0. */
    public final long askPrice(final int index) {
        return asks.price(Objects.checkIndex(index, asks.count()));
    }

    /** Size of an ask level, scaled by {@link #sizeScale()}; the best one is 0. */
    public final long askSize(final int index) {
        return asks.size(Objects.checkIndex(index, asks.count()));
    }

    /** Size bid at a price, which is scaled by {@link #priceScale()}; 0 if there is no such level. */
    public final long bidSizeAt(final long price) {
        return bids.sizeAt(price);
    }

    /** Size offered at a price, which is scaled by {@link #priceScale()}; 0 if there is no such level. */
    public final long askSizeAt(final long price) {
        return asks.sizeAt(price);
    }

    /** Whether the best bid is not below the best offer. */
    public final boolean isCrossed() {
        return bids.count() > 0 && asks.count() > 0 && bids.price(0) >= asks.price(0);
    }

    /** Whether a product fits in 64 bits; the factor is a power of ten. */
    static boolean fits(final long value, final long factor) {
        return Math.multiplyHigh(value, factor) == value * factor >> Long.SIZE - 1;
    }

    @Override
    public final String toString() {
        return "book of instrument " + instrumentId + " at update " + lastUpdateId + ": " + bids.count() + " bids"
                + side(bids) + ", " + asks.count() + " asks" + side(asks) + ", exchange time " + exchangeTime;
    }

    private String side(final SideLevels levels) {
        final StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, levels.count()); i++) {
            text.append(' ')
                    .append(BigDecimal.valueOf(levels.size(i), sizeScale).toPlainString())
                    .append('@')
                    .append(BigDecimal.valueOf(levels.price(i), priceScale).toPlainString());
        }
        return text.toString();
    }

    /** Fills a book. */
    public static final class Writer extends OrderBook {

        /** Becomes another book, with all of its levels. */
        public void copy(final OrderBook other) {
            copyTop(other, Integer.MAX_VALUE);
        }

        /** Becomes another book, with the best levels of each side only. */
        public void copyTop(final OrderBook other, final int depth) {
            instrumentId = other.instrumentId;
            priceScale = other.priceScale;
            sizeScale = other.sizeScale;
            lastUpdateId = other.lastUpdateId;
            exchangeTime = other.exchangeTime;
            receiveTime = other.receiveTime;
            bids.copy(other.bids, depth);
            asks.copy(other.asks, depth);
        }

        /** Forgets all levels, for those of a snapshot. Scales stay. */
        void restart(final boolean keepDigits) {
            bids.clear();
            asks.clear();
            bids.keepDigits(keepDigits);
            asks.keepDigits(keepDigits);
        }

        /** Forgets all levels and scales. */
        void empty() {
            bids.clear();
            asks.clear();
            priceScale = 0;
            sizeScale = 0;
        }

        /** Forgets all but the best levels; with 0 it forgets none. */
        void truncate(final int depth) {
            if (depth > 0) {
                bids.truncate(depth);
                asks.truncate(depth);
            }
        }

        /** Gives a level its size. Both are in the book's scales. */
        void set(final boolean isBid, final long price, final long size, final int sent) {
            (isBid ? bids : asks).set(price, size, sent);
        }

        /**
         * Takes the finer of its own scales and others.
         *
         * @return false if a level would not fit in 64 bits
         */
        boolean refine(final int otherPriceScale, final int otherSizeScale) {
            final long priceFactor = PowersOfTen.get(Math.max(0, otherPriceScale - priceScale));
            final long sizeFactor = PowersOfTen.get(Math.max(0, otherSizeScale - sizeScale));
            if (!bids.canMultiply(priceFactor, sizeFactor) || !asks.canMultiply(priceFactor, sizeFactor)) {
                return false;
            }
            bids.multiply(priceFactor, sizeFactor);
            asks.multiply(priceFactor, sizeFactor);
            priceScale = Math.max(priceScale, otherPriceScale);
            sizeScale = Math.max(sizeScale, otherSizeScale);
            return true;
        }
    }
}
