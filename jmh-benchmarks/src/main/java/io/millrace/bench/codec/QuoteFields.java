package io.millrace.bench.codec;

import io.millrace.operators.market.Quote;
import io.millrace.operators.market.QuoteWriter;

/** A best bid and offer: seven long fields, an instrument, two small ones. */
final class QuoteFields extends Fields {
    private static final int LONGS = 7;
    private static final int INTS = 2;

    private final QuoteWriter writer;
    private final Quote quote = Quote.CODEC.create();

    QuoteFields() {
        this(new QuoteWriter());
    }

    private QuoteFields(final QuoteWriter writer) {
        super(writer.length());
        this.writer = writer;
    }

    @Override
    void encode(final long number) {
        writer.at(address + at(number))
                .instrumentId((int) number)
                .priceScale(2)
                .sizeScale(4)
                .updateId(number)
                .bidPrice(number + 1)
                .bidSize(number + 2)
                .askPrice(number + 3)
                .askSize(number + 4)
                .exchangeTime(number + 5)
                .receiveTime(number + 6);
    }

    @Override
    void encodePlainly(final long number) {
        final int at = putLongs(number, LONGS);
        putInt(at, (int) number);
        putInt(at + Integer.BYTES, 2 | 4 << Byte.SIZE);
    }

    @Override
    long decode(final long number) {
        Quote.CODEC.view(address + at(number), length, quote);
        return quote.instrumentId()
                + quote.priceScale()
                + quote.sizeScale()
                + quote.updateId()
                + quote.bidPrice()
                + quote.bidSize()
                + quote.askPrice()
                + quote.askSize()
                + quote.exchangeTime()
                + quote.receiveTime();
    }

    @Override
    long decodePlainly(final long number) {
        return sumOfWords(number, LONGS, INTS);
    }
}
