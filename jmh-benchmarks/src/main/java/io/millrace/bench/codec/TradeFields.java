package io.millrace.bench.codec;

import io.millrace.operators.market.Trade;
import io.millrace.operators.market.TradeWriter;

/** A trade: six long fields, an instrument, three small ones. */
final class TradeFields extends Fields {
    private static final int LONGS = 6;
    private static final int INTS = 2;

    private final TradeWriter writer;
    private final Trade trade = Trade.CODEC.create();

    TradeFields() {
        this(new TradeWriter());
    }

    private TradeFields(final TradeWriter writer) {
        super(writer.length());
        this.writer = writer;
    }

    @Override
    void encode(final long number) {
        writer.at(address + at(number))
                .instrumentId((int) number)
                .priceScale(2)
                .sizeScale(4)
                .isBuyerAggressor((number & 1) == 0)
                .tradeId(number)
                .price(number + 1)
                .size(number + 2)
                .exchangeTime(number + 3)
                .receiveTime(number + 4)
                .tradeCount(number + 5);
    }

    @Override
    void encodePlainly(final long number) {
        final int at = putLongs(number, LONGS);
        putInt(at, (int) number);
        putInt(at + Integer.BYTES, 2 | 4 << Byte.SIZE | (int) (number & 1) << 2 * Byte.SIZE);
    }

    @Override
    long decode(final long number) {
        Trade.CODEC.view(address + at(number), length, trade);
        return trade.instrumentId()
                + trade.priceScale()
                + trade.sizeScale()
                + (trade.isBuyerAggressor() ? 1 : 0)
                + trade.tradeId()
                + trade.price()
                + trade.size()
                + trade.exchangeTime()
                + trade.receiveTime()
                + trade.tradeCount();
    }

    @Override
    long decodePlainly(final long number) {
        return sumOfWords(number, LONGS, INTS);
    }
}
