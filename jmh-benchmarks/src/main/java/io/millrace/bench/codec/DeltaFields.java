package io.millrace.bench.codec;

import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.BookDeltaWriter;

/** An update of a book: ten levels of two long fields each, five long fields, an instrument, flags. */
final class DeltaFields extends Fields {
    private static final int BIDS = 5;
    private static final int LEVELS = 10;
    private static final int LONGS = 5 + 2 * LEVELS;
    private static final int INTS = 3;

    private final BookDeltaWriter writer = new BookDeltaWriter();
    private final BookDelta delta = BookDelta.CODEC.create();

    DeltaFields() {
        super(BookDeltaWriter.length(LEVELS, false));
    }

    @Override
    void encode(final long number) {
        writer.at(address + at(number), BIDS, LEVELS - BIDS, false)
                .instrumentId((int) number)
                .priceScale(2)
                .sizeScale(4)
                .snapshot(false)
                .endOfEvent(true)
                .ids(number, number + 1, number + 2)
                .exchangeTime(number + 3)
                .receiveTime(number + 4);
        for (int level = 0; level < LEVELS; level++) {
            writer.level(level, number + level, number - level);
        }
    }

    @Override
    void encodePlainly(final long number) {
        final int at = putLongs(number, LONGS);
        for (int i = 0; i < INTS; i++) {
            putInt(at + i * Integer.BYTES, (int) number + i);
        }
    }

    @Override
    long decode(final long number) {
        BookDelta.CODEC.view(address + at(number), length, delta);
        long sum = delta.instrumentId()
                + delta.priceScale()
                + delta.sizeScale()
                + delta.bids()
                + (delta.isEndOfEvent() ? 1 : 0)
                + delta.firstUpdateId()
                + delta.lastUpdateId()
                + delta.previousUpdateId()
                + delta.exchangeTime()
                + delta.receiveTime();
        final int levels = delta.levels();
        for (int level = 0; level < levels; level++) {
            sum += delta.price(level) + delta.size(level);
        }
        return sum;
    }

    @Override
    long decodePlainly(final long number) {
        return sumOfWords(number, LONGS, INTS);
    }
}
