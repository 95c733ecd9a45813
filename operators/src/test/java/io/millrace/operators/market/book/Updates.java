package io.millrace.operators.market.book;

import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookDeltaEncoder;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;
import io.millrace.operators.market.sbe.BookSide;
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
    static final int DELTA_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + BookDeltaEncoder.BLOCK_LENGTH;
    static final int DEFINITION_LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + InstrumentEncoder.BLOCK_LENGTH;

    /** Deltas are views: their bytes must not be collected. */
    private final List<UnsafeBuffer> memory = new ArrayList<>();

    private final List<BookDelta> deltas = new ArrayList<>();
    private int instrument = 1;
    private boolean snapshot;
    private long first = -1;
    private long last = -1;
    private long previous = -1;
    private long exchangeTime;
    private Integer checksum;
    private int leastPriceScale;
    private int leastSizeScale;

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
        for (int i = 0; i < count; i++) {
            final boolean isBid = i < bids.size();
            final String[] level = isBid ? bids.get(i) : asks.get(i - bids.size());
            add(isBid, new BigDecimal(level[0]), new BigDecimal(level[1]), priceScale, sizeScale, i == count - 1);
        }
        if (count == 0) {
            encoder(priceScale, sizeScale).flags().noLevel(true).endOfEvent(true);
        }
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

    private void add(
            final boolean isBid,
            final BigDecimal price,
            final BigDecimal size,
            final int priceScale,
            final int sizeScale,
            final boolean isLast) {
        encoder(priceScale, sizeScale)
                .side(isBid ? BookSide.BID : BookSide.ASK)
                .price(price.setScale(priceScale).unscaledValue().longValueExact())
                .size(size.setScale(sizeScale).unscaledValue().longValueExact())
                .priceDigits((short) price.scale())
                .sizeDigits((short) size.scale())
                .flags()
                .endOfEvent(isLast);
    }

    private BookDeltaEncoder encoder(final int priceScale, final int sizeScale) {
        final UnsafeBuffer bytes = memory(DELTA_LENGTH);
        final BookDeltaEncoder encoder = new BookDeltaEncoder()
                .wrapAndApplyHeader(bytes, 0, new MessageHeaderEncoder())
                .instrumentId(instrument)
                .priceScale((short) priceScale)
                .sizeScale((short) sizeScale)
                .firstUpdateId(first)
                .lastUpdateId(last)
                .previousUpdateId(previous)
                .exchangeTime(exchangeTime)
                .receiveTime(exchangeTime + 1)
                .checksum(checksum == null ? 0 : checksum)
                .fault(BookFault.NONE);
        encoder.flags().clear().snapshot(snapshot).hasChecksum(checksum != null);
        deltas.add(BookDelta.CODEC.decode(bytes, 0, DELTA_LENGTH, BookDelta.CODEC.create()));
        memory.add(bytes);
        return encoder;
    }

    /** A mark of a fault. */
    BookDelta fault(final BookFault fault) {
        encoder(0, 0).fault(fault).flags().noLevel(true).endOfEvent(true);
        return deltas.get(0);
    }
}
