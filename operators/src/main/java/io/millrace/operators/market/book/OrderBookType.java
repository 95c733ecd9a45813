package io.millrace.operators.market.book;

import io.millrace.engine.item.ItemType;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * Encoding of books: a head, then the levels of both sides, each side from its best one on.
 *
 * <pre>
 *   0            4          5         6     8        12       16         24         32        40
 *  +------------+----------+---------+-----+--------+--------+----------+----------+---------+---------------------
 *  | instrument | p. scale | s. scale| (0) | n bids | n asks | last id  | exchange | receive | price size, price …
 *  +------------+----------+---------+-----+--------+--------+----------+----------+---------+---------------------
 * </pre>
 */
final class OrderBookType implements ItemType<OrderBook, OrderBook.Writer> {
    private static final int PRICE_SCALE = 4;
    private static final int SIZE_SCALE = 5;
    private static final int BIDS = 8;
    private static final int ASKS = 12;
    private static final int LAST_ID = 16;
    private static final int EXCHANGE_TIME = 24;
    private static final int RECEIVE_TIME = 32;
    private static final int LEVELS = 40;
    private static final int LEVEL = 2 * Long.BYTES;

    @Override
    public String name() {
        return "millrace.order-book";
    }

    @Override
    public int version() {
        return 1;
    }

    @Override
    public OrderBook.Writer create() {
        return new OrderBook.Writer();
    }

    @Override
    public void clear(final OrderBook.Writer item) {
        item.empty();
        item.instrumentId = 0;
        item.lastUpdateId = 0;
        item.exchangeTime = 0;
        item.receiveTime = 0;
    }

    @Override
    public int encode(final OrderBook item, final MutableDirectBuffer target, final int offset) {
        target.putLong(offset, 0);
        target.putInt(offset, item.instrumentId, ByteOrder.LITTLE_ENDIAN);
        target.putByte(offset + PRICE_SCALE, (byte) item.priceScale);
        target.putByte(offset + SIZE_SCALE, (byte) item.sizeScale);
        target.putInt(offset + BIDS, item.bids.count(), ByteOrder.LITTLE_ENDIAN);
        target.putInt(offset + ASKS, item.asks.count(), ByteOrder.LITTLE_ENDIAN);
        put(target, offset + LAST_ID, item.lastUpdateId);
        put(target, offset + EXCHANGE_TIME, item.exchangeTime);
        put(target, offset + RECEIVE_TIME, item.receiveTime);
        final int asks = encode(item.bids, target, offset + LEVELS);
        return encode(item.asks, target, asks) - offset;
    }

    private static int encode(final SideLevels levels, final MutableDirectBuffer target, final int offset) {
        final int count = levels.count();
        int at = offset;
        for (int i = 0; i < count; i++) {
            put(target, at, levels.price(i));
            put(target, at + Long.BYTES, levels.size(i));
            at += LEVEL;
        }
        return at;
    }

    private static void put(final MutableDirectBuffer target, final int offset, final long value) {
        target.putLong(offset, value, ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public OrderBook decode(final DirectBuffer source, final int offset, final int length, final OrderBook reuse) {
        reuse.instrumentId = source.getInt(offset, ByteOrder.LITTLE_ENDIAN);
        reuse.priceScale = source.getByte(offset + PRICE_SCALE);
        reuse.sizeScale = source.getByte(offset + SIZE_SCALE);
        reuse.lastUpdateId = get(source, offset + LAST_ID);
        reuse.exchangeTime = get(source, offset + EXCHANGE_TIME);
        reuse.receiveTime = get(source, offset + RECEIVE_TIME);
        final int bids = source.getInt(offset + BIDS, ByteOrder.LITTLE_ENDIAN);
        final int asks = source.getInt(offset + ASKS, ByteOrder.LITTLE_ENDIAN);
        decode(reuse.bids, bids, source, offset + LEVELS);
        decode(reuse.asks, asks, source, offset + LEVELS + bids * LEVEL);
        return reuse;
    }

    private static void decode(final SideLevels levels, final int count, final DirectBuffer source, final int offset) {
        levels.begin(count);
        for (int i = 0; i < count; i++) {
            final int at = offset + i * LEVEL;
            levels.fill(i, get(source, at), get(source, at + Long.BYTES));
        }
    }

    private static long get(final DirectBuffer source, final int offset) {
        return source.getLong(offset, ByteOrder.LITTLE_ENDIAN);
    }
}
