package io.millrace.operators.market;

import io.millrace.operators.window.WindowItemType;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Encoding of candles: instrument and scales, then longs one after another, sums as two of them, upper half first.
 *
 * <pre>
 *   0            4          5         6     8          16
 *  +------------+----------+---------+-----+----------+-----------+----------------------------------
 *  | instrument | p. scale | s. scale| (0) | openTime | closeTime | openId closeId open high low …
 *  +------------+----------+---------+-----+----------+-----------+----------------------------------
 * </pre>
 */
final class CandleType implements WindowItemType<Candle, Candle.Writer> {
    private static final int PRICE_SCALE = 4;
    private static final int SIZE_SCALE = 5;
    private static final int LONGS = 8;

    private static final int OPEN_TIME = LONGS;
    private static final int CLOSE_TIME = LONGS + 8;
    private static final int OPEN_ID = LONGS + 16;
    private static final int CLOSE_ID = LONGS + 24;
    private static final int OPEN = LONGS + 32;
    private static final int HIGH = LONGS + 40;
    private static final int LOW = LONGS + 48;
    private static final int CLOSE = LONGS + 56;
    private static final int TRADES = LONGS + 64;
    private static final int VOLUME = LONGS + 72;
    private static final int QUOTE_VOLUME = LONGS + 88;
    private static final int TAKER_BUY_VOLUME = LONGS + 104;
    private static final int TAKER_BUY_QUOTE_VOLUME = LONGS + 120;
    private static final int LENGTH = LONGS + 136;

    @Override
    public String name() {
        return "millrace.candle";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public Candle.Writer create() {
        return new Candle.Writer();
    }

    @Override
    public void clear(final Candle.Writer item) {
        item.instrumentId = 0;
        item.priceScale = 0;
        item.sizeScale = 0;
        item.openTime = 0;
        item.closeTime = 0;
        item.openId = 0;
        item.closeId = 0;
        item.open = 0;
        item.high = 0;
        item.low = 0;
        item.close = 0;
        item.trades = 0;
        item.volume.clear();
        item.quoteVolume.clear();
        item.takerBuyVolume.clear();
        item.takerBuyQuoteVolume.clear();
    }

    @Override
    public void bounds(final Candle.Writer item, final long start, final long end) {
        item.openTime = start;
        item.closeTime = end;
    }

    @Override
    public int encode(final Candle item, final MutableDirectBuffer target, final int offset) {
        target.putLong(offset, 0);
        target.putInt(offset, item.instrumentId, ByteOrder.LITTLE_ENDIAN);
        target.putByte(offset + PRICE_SCALE, (byte) item.priceScale);
        target.putByte(offset + SIZE_SCALE, (byte) item.sizeScale);
        put(target, offset + OPEN_TIME, item.openTime);
        put(target, offset + CLOSE_TIME, item.closeTime);
        put(target, offset + OPEN_ID, item.openId);
        put(target, offset + CLOSE_ID, item.closeId);
        put(target, offset + OPEN, item.open);
        put(target, offset + HIGH, item.high);
        put(target, offset + LOW, item.low);
        put(target, offset + CLOSE, item.close);
        put(target, offset + TRADES, item.trades);
        put(target, offset + VOLUME, item.volume);
        put(target, offset + QUOTE_VOLUME, item.quoteVolume);
        put(target, offset + TAKER_BUY_VOLUME, item.takerBuyVolume);
        put(target, offset + TAKER_BUY_QUOTE_VOLUME, item.takerBuyQuoteVolume);
        return LENGTH;
    }

    private static void put(final MutableDirectBuffer target, final int offset, final long value) {
        target.putLong(offset, value, ByteOrder.LITTLE_ENDIAN);
    }

    private static void put(final MutableDirectBuffer target, final int offset, final Sum128 sum) {
        put(target, offset, sum.high());
        put(target, offset + Long.BYTES, sum.low());
    }

    @Override
    public Candle decode(final DirectBuffer source, final int offset, final int length, final Candle reuse) {
        reuse.instrumentId = source.getInt(offset, ByteOrder.LITTLE_ENDIAN);
        reuse.priceScale = source.getByte(offset + PRICE_SCALE);
        reuse.sizeScale = source.getByte(offset + SIZE_SCALE);
        reuse.openTime = get(source, offset + OPEN_TIME);
        reuse.closeTime = get(source, offset + CLOSE_TIME);
        reuse.openId = get(source, offset + OPEN_ID);
        reuse.closeId = get(source, offset + CLOSE_ID);
        reuse.open = get(source, offset + OPEN);
        reuse.high = get(source, offset + HIGH);
        reuse.low = get(source, offset + LOW);
        reuse.close = get(source, offset + CLOSE);
        reuse.trades = get(source, offset + TRADES);
        get(source, offset + VOLUME, reuse.volume);
        get(source, offset + QUOTE_VOLUME, reuse.quoteVolume);
        get(source, offset + TAKER_BUY_VOLUME, reuse.takerBuyVolume);
        get(source, offset + TAKER_BUY_QUOTE_VOLUME, reuse.takerBuyQuoteVolume);
        return reuse;
    }

    private static long get(final DirectBuffer source, final int offset) {
        return source.getLong(offset, ByteOrder.LITTLE_ENDIAN);
    }

    private static void get(final DirectBuffer source, final int offset, final Sum128 sum) {
        sum.set(get(source, offset), get(source, offset + Long.BYTES));
    }
}
