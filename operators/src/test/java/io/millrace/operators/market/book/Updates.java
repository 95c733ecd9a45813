package io.millrace.operators.market.book;

import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.BookDeltaWriter;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import io.millrace.operators.market.sbe.InstrumentEncoder;
import io.millrace.operators.market.sbe.InstrumentStatus;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Makes messages of a venue for tests. Levels are written {@code 100.5x2 99x1 | 101x3}: bids, then asks, price and size.
 *
 * <p>Scales are those of the longest decimals of a message, unless they are given.
 */
final class Updates {
    /** Few, so that messages come in parts. */
    private static final int LEVELS_OF_PART = 2;

    static final int DEFINITION_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + InstrumentEncoder.BLOCK_LENGTH;

    /** Deltas are views: their bytes must not be collected. */
    private final List<UnsafeBuffer> memory = new ArrayList<>();

    private final List<BookDelta> deltas = new ArrayList<>();
    private final BookDeltaWriter writer = new BookDeltaWriter();
    private int instrument = 1;
    private boolean snapshot;
    private long first = -1;
    private long last = -1;
    private long previous = -1;
    private long exchangeTime;
    private Integer checksum;
    private int leastPriceScale;
    private int leastSizeScale;

    /** The bytes of a delta. */
    static UnsafeBuffer bytes(final BookDelta delta) {
        final UnsafeBuffer bytes = memory(BookDeltaWriter.length(delta.levels(), delta.hasDigits()));
        BookDelta.CODEC.encode(delta, bytes, 0);
        return bytes;
    }

    static UnsafeBuffer memory(final int length) {
        return new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, Long.BYTES));
    }

    /** The definition of an instrument. */
    static UnsafeBuffer definition(
            final int instrument, final BookRule rule, final BookChecksum checksum, final int depth) {
        final UnsafeBuffer bytes = memory(DEFINITION_LENGTH);
        new InstrumentEncoder()
                .wrapAndApplyHeader(bytes, 0, new MessageHeaderEncoder())
                .instrumentId(instrument)
                .venue("test")
                .symbol("S" + instrument)
                .name("N" + instrument)
                .status(InstrumentStatus.TRADING)
                .bookRule(rule)
                .bookChecksum(checksum)
                .bookDepth(depth);
        return bytes;
    }

    Updates instrument(final int id) {
        instrument = id;
        return this;
    }

    Updates snapshot() {
        snapshot = true;
        return this;
    }

    Updates ids(final long firstId, final long lastId, final long previousId) {
        first = firstId;
        last = lastId;
        previous = previousId;
        return this;
    }

    Updates time(final long time) {
        exchangeTime = time;
        return this;
    }

    Updates checksum(final int value) {
        checksum = value;
        return this;
    }

    Updates scales(final int price, final int size) {
        leastPriceScale = price;
        leastSizeScale = size;
        return this;
    }

    /** The deltas of a message with these levels. */
    List<BookDelta> levels(final String text) {
        final String[] sides = (text + " ").split("\\|", -1);
        final List<String[]> bids = split(sides[0]);
        final List<String[]> asks = split(sides.length > 1 ? sides[1] : "");
        int priceScale = leastPriceScale;
        int sizeScale = leastSizeScale;
        for (final List<String[]> side : List.of(bids, asks)) {
            for (final String[] level : side) {
                priceScale = Math.max(priceScale, new BigDecimal(level[0]).scale());
                sizeScale = Math.max(sizeScale, new BigDecimal(level[1]).scale());
            }
        }
        final int count = bids.size() + asks.size();
        int from = 0;
        do {
            final int to = Math.min(count, from + LEVELS_OF_PART);
            final int bidsHere = Math.max(0, Math.min(bids.size(), to) - from);
            begin(priceScale, sizeScale, bidsHere, to - from - bidsHere).endOfEvent(to == count);
            for (int i = from; i < to; i++) {
                level(i - from, i < bids.size() ? bids.get(i) : asks.get(i - bids.size()), priceScale, sizeScale);
            }
            end();
            from = to;
        } while (from < count);
        return deltas;
    }

    private static List<String[]> split(final String side) {
        final List<String[]> levels = new ArrayList<>();
        for (final String level : side.trim().split(" +", -1)) {
            if (!level.isEmpty()) {
                levels.add(level.split("x", -1));
            }
        }
        return levels;
    }

    private BookDeltaWriter begin(final int priceScale, final int sizeScale, final int bids, final int asks) {
        final UnsafeBuffer bytes = memory(BookDeltaWriter.length(bids + asks, true));
        memory.add(bytes);
        writer.at(bytes.addressOffset(), bids, asks, true)
                .instrumentId(instrument)
                .priceScale(priceScale)
                .sizeScale(sizeScale)
                .ids(first, last, previous)
                .exchangeTime(exchangeTime)
                .receiveTime(exchangeTime + 1)
                .snapshot(snapshot);
        if (checksum != null) {
            writer.checksum(checksum);
        }
        return writer;
    }

    private void level(final int place, final String[] level, final int priceScale, final int sizeScale) {
        final BigDecimal price = new BigDecimal(level[0]);
        final BigDecimal size = new BigDecimal(level[1]);
        writer.level(
                        place,
                        price.setScale(priceScale).unscaledValue().longValueExact(),
                        size.setScale(sizeScale).unscaledValue().longValueExact())
                .digits(place, price.scale(), size.scale());
    }

    private void end() {
        final UnsafeBuffer bytes = memory.get(memory.size() - 1);
        deltas.add(BookDelta.CODEC.decode(bytes, 0, writer.length(), BookDelta.CODEC.create()));
    }

    /** A mark of a fault. */
    BookDelta fault(final BookFault fault) {
        begin(0, 0, 0, 0).fault(fault).endOfEvent(true);
        end();
        return deltas.get(0);
    }
}
