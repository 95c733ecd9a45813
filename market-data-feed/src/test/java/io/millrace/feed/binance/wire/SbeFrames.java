package io.millrace.feed.binance.wire;

import io.millrace.feed.binance.sbe.BestMessageEncoder;
import io.millrace.feed.binance.sbe.MessageHeaderEncoder;
import io.millrace.feed.binance.sbe.TopMessageEncoder;
import io.millrace.feed.binance.sbe.TradesMessageEncoder;
import io.millrace.feed.binance.sbe.Truth;
import io.millrace.feed.binance.sbe.UpdateMessageEncoder;
import java.util.Arrays;
import org.agrona.concurrent.UnsafeBuffer;

/** Binary frames as the venue sends them, by the encoders that SBE's tool makes of the schema. */
final class SbeFrames {
    static final long MICROS = 1_723_161_255_343_123L;

    private final UnsafeBuffer buffer = new UnsafeBuffer(new byte[4_096]);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();

    private byte[] upTo(final int limit) {
        return Arrays.copyOf(buffer.byteArray(), limit);
    }

    /** Two trades: 0.02 @ 61837.63 and 1.5 @ 61837.64. */
    byte[] trades(final String symbol, final long firstId) {
        final TradesMessageEncoder message = new TradesMessageEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .eventTime(MICROS + 7)
                .tradeTime(MICROS)
                .priceExponent((byte) -8)
                .sizeExponent((byte) -8);
        message.tradesCount(2)
                .next()
                .tradeId(firstId)
                .price(6_183_763_000_000L)
                .size(2_000_000)
                .buyerIsMaker(Truth.YES)
                .next()
                .tradeId(firstId + 1)
                .price(6_183_764_000_000L)
                .size(150_000_000)
                .buyerIsMaker(Truth.NO);
        message.symbol(symbol);
        return upTo(message.limit());
    }

    /** 3.78826 @ 61837.63 and 1.54698 @ 61837.64, by any exponent. */
    byte[] best(final String symbol, final long updateId, final int priceExponent) {
        final long unit = (long) Math.pow(10, -2 - priceExponent);
        final BestMessageEncoder message = new BestMessageEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .eventTime(MICROS)
                .updateId(updateId)
                .priceExponent((byte) priceExponent)
                .sizeExponent((byte) -5)
                .bidPrice(6_183_763 * unit)
                .bidSize(378_826)
                .askPrice(6_183_764 * unit)
                .askSize(154_698);
        message.symbol(symbol);
        return upTo(message.limit());
    }

    /** A bid that is set, one that is removed, and an offer. */
    byte[] update(final String symbol, final long firstId, final long lastId) {
        final UpdateMessageEncoder message = new UpdateMessageEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .eventTime(MICROS)
                .firstUpdateId(firstId)
                .lastUpdateId(lastId)
                .priceExponent((byte) -2)
                .sizeExponent((byte) -5);
        message.bidsCount(2)
                .next()
                .price(6_183_763)
                .size(378_826)
                .next()
                .price(6_183_700)
                .size(0);
        message.asksCount(1).next().price(6_183_764).size(154_698);
        message.symbol(symbol);
        return upTo(message.limit());
    }

    byte[] top(final String symbol) {
        final TopMessageEncoder message = new TopMessageEncoder()
                .wrapAndApplyHeader(buffer, 0, header)
                .eventTime(MICROS)
                .updateId(1)
                .priceExponent((byte) -2)
                .sizeExponent((byte) -5);
        message.bidsCount(0);
        message.asksCount(1).next().price(6_183_764).size(154_698);
        message.symbol(symbol);
        return upTo(message.limit());
    }
}
