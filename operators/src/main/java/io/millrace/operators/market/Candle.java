package io.millrace.operators.market;

import io.millrace.operators.window.WindowItemType;
import java.math.BigDecimal;

/**
 * Open, high, low, close, volumes and counts of the trades of one instrument in one window; exact. The window includes
 * its beginning and not its end, as the exchanges' own candles do; open and close are the trades with the least and the
 * greatest trade id, whatever order they came in.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public abstract sealed class Candle {
    /** How candles are made: {@code .fold(Candle.TYPE, Candle.Writer::add, Candle.Writer::merge)}. */
    public static final WindowItemType<Candle, Writer> TYPE = new CandleType();

    int instrumentId;
    int priceScale;
    int sizeScale;
    long openTime;
    long closeTime;
    long openId;
    long closeId;
    long open;
    long high;
    long low;
    long close;
    long trades;
    final Sum128 volume = new Sum128();
    final Sum128 quoteVolume = new Sum128();
    final Sum128 takerBuyVolume = new Sum128();
    final Sum128 takerBuyQuoteVolume = new Sum128();

    private Candle() {}

    public int instrumentId() {
        return instrumentId;
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return priceScale;
    }

    /** Digits behind the point of volumes. */
    public int sizeScale() {
        return sizeScale;
    }

    /** First epoch nanosecond of the window; of a session or a count, the time of its first trade. */
    public long openTime() {
        return openTime;
    }

    /** First epoch nanosecond behind the window; of a session or a count, the time of its last trade. */
    public long closeTime() {
        return closeTime;
    }

    /** Price of the first trade, scaled by {@link #priceScale()}. */
    public long open() {
        return open;
    }

    /** Highest price, scaled by {@link #priceScale()}. */
    public long high() {
        return high;
    }

    /** Lowest price, scaled by {@link #priceScale()}. */
    public long low() {
        return low;
    }

    /** Price of the last trade, scaled by {@link #priceScale()}. */
    public long close() {
        return close;
    }

    /** Number of trades. */
    public long trades() {
        return trades;
    }

    /** Sum of sizes, scaled by {@link #sizeScale()}; not to be changed. */
    public Sum128 volume() {
        return volume;
    }

    /** Sum of price times size, scaled by {@link #priceScale()} and {@link #sizeScale()}; not to be changed. */
    public Sum128 quoteVolume() {
        return quoteVolume;
    }

    /** Volume of trades in which the buyer took liquidity. */
    public Sum128 takerBuyVolume() {
        return takerBuyVolume;
    }

    /** Quote volume of trades in which the buyer took liquidity. */
    public Sum128 takerBuyQuoteVolume() {
        return takerBuyQuoteVolume;
    }

    @Override
    public String toString() {
        return "candle of instrument " + instrumentId + " at " + openTime + ": " + price(open) + " " + price(high) + " "
                + price(low) + " " + price(close) + ", " + trades + " trades, volume "
                + new BigDecimal(volume.toBigInteger(), sizeScale).toPlainString();
    }

    private String price(final long scaled) {
        return MarketEvent.decimal(scaled, priceScale);
    }

    /** Fills a candle. */
    public static final class Writer extends Candle {
        /** Becomes another candle. */
        public void copy(final Candle other) {
            same(other);
            openTime = other.openTime;
            closeTime = other.closeTime;
            open = other.open;
            high = other.high;
            low = other.low;
            trades = other.trades;
            volume.copyFrom(other.volume);
            quoteVolume.copyFrom(other.quoteVolume);
            takerBuyVolume.copyFrom(other.takerBuyVolume);
            takerBuyQuoteVolume.copyFrom(other.takerBuyQuoteVolume);
        }

        /** Becomes the candle of the interval behind another one, in which nothing is traded: flat at its close. */
        public void emptyAfter(final Candle before) {
            final long length = before.closeTime - before.openTime;
            same(before);
            openTime = before.closeTime;
            closeTime = openTime + length;
            open = close;
            high = close;
            low = close;
            trades = 0;
            volume.clear();
            quoteVolume.clear();
            takerBuyVolume.clear();
            takerBuyQuoteVolume.clear();
        }

        private void same(final Candle other) {
            instrumentId = other.instrumentId;
            priceScale = other.priceScale;
            sizeScale = other.sizeScale;
            openId = other.openId;
            closeId = other.closeId;
            close = other.close;
        }

        /** Adds a trade of the candle's window and instrument. */
        public void add(final Trade trade) {
            if (trade.priceScale() == priceScale && trade.sizeScale() == sizeScale) {
                add(trade, trade.price(), trade.size());
            } else {
                addRescaled(trade);
            }
        }

        /**
         * Adds what another part of the window was made into, which is later in time: both are candles of the same
         * instrument and have trades.
         */
        public void merge(final Candle later) {
            if (later.priceScale == priceScale && later.sizeScale == sizeScale) {
                extend(later, later.open, later.high, later.low, later.close);
                volume.add(later.volume);
                quoteVolume.add(later.quoteVolume);
                takerBuyVolume.add(later.takerBuyVolume);
                takerBuyQuoteVolume.add(later.takerBuyQuoteVolume);
            } else {
                mergeRescaled(later);
            }
        }

        /** After the instrument's precision has changed: the finer of both scales is taken. */
        private void mergeRescaled(final Candle later) {
            raisePriceScale(later.priceScale);
            raiseSizeScale(later.sizeScale);
            final long toPrice = PowersOfTen.get(priceScale - later.priceScale);
            final long toSize = PowersOfTen.get(sizeScale - later.sizeScale);
            extend(
                    later,
                    Math.multiplyExact(later.open, toPrice),
                    Math.multiplyExact(later.high, toPrice),
                    Math.multiplyExact(later.low, toPrice),
                    Math.multiplyExact(later.close, toPrice));
            volume.addMultiple(later.volume, toSize, 1);
            quoteVolume.addMultiple(later.quoteVolume, toPrice, toSize);
            takerBuyVolume.addMultiple(later.takerBuyVolume, toSize, 1);
            takerBuyQuoteVolume.addMultiple(later.takerBuyQuoteVolume, toPrice, toSize);
        }

        private void extend(
                final Candle later, final long itsOpen, final long itsHigh, final long itsLow, final long itsClose) {
            if (later.openId < openId) {
                openId = later.openId;
                open = itsOpen;
            }
            if (later.closeId >= closeId) {
                closeId = later.closeId;
                close = itsClose;
            }
            high = Math.max(high, itsHigh);
            low = Math.min(low, itsLow);
            trades += later.trades;
        }

        private void add(final Trade trade, final long price, final long size) {
            final long id = trade.tradeId();
            if (trades == 0) {
                start(trade.instrumentId(), id, price);
            } else {
                extend(id, price);
            }
            trades += trade.tradeCount();
            volume.add(size);
            quoteVolume.addProduct(price, size);
            if (trade.isBuyerAggressor()) {
                takerBuyVolume.add(size);
                takerBuyQuoteVolume.addProduct(price, size);
            }
        }

        /** The first trade, or one after the instrument's precision has changed: the finer of both scales is taken. */
        private void addRescaled(final Trade trade) {
            raisePriceScale(trade.priceScale());
            raiseSizeScale(trade.sizeScale());
            add(
                    trade,
                    Math.multiplyExact(trade.price(), PowersOfTen.get(priceScale - trade.priceScale())),
                    Math.multiplyExact(trade.size(), PowersOfTen.get(sizeScale - trade.sizeScale())));
        }

        private void raisePriceScale(final int scale) {
            if (scale <= priceScale) {
                return;
            }
            final long factor = PowersOfTen.get(scale - priceScale);
            open = Math.multiplyExact(open, factor);
            high = Math.multiplyExact(high, factor);
            low = Math.multiplyExact(low, factor);
            close = Math.multiplyExact(close, factor);
            quoteVolume.multiply(factor);
            takerBuyQuoteVolume.multiply(factor);
            priceScale = scale;
        }

        private void raiseSizeScale(final int scale) {
            if (scale <= sizeScale) {
                return;
            }
            final long factor = PowersOfTen.get(scale - sizeScale);
            volume.multiply(factor);
            takerBuyVolume.multiply(factor);
            quoteVolume.multiply(factor);
            takerBuyQuoteVolume.multiply(factor);
            sizeScale = scale;
        }

        private void start(final int instrument, final long id, final long price) {
            instrumentId = instrument;
            openId = id;
            closeId = id;
            open = price;
            high = price;
            low = price;
            close = price;
        }

        private void extend(final long id, final long price) {
            if (id >= closeId) {
                closeId = id;
                close = price;
            } else if (id < openId) {
                openId = id;
                open = price;
            }
            high = Math.max(high, price);
            low = Math.min(low, price);
        }
    }
}
