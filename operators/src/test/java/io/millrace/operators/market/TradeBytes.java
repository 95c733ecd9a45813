package io.millrace.operators.market;

import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.millrace.operators.market.sbe.TradeEncoder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Makes trades for tests. Setters return it; what is not set stays as it was. */
final class TradeBytes {
    private static final int LENGTH = MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;

    private final UnsafeBuffer bytes = new UnsafeBuffer(BufferUtil.allocateDirectAligned(LENGTH, Long.BYTES));
    private final TradeEncoder encoder = new TradeEncoder().wrapAndApplyHeader(bytes, 0, new MessageHeaderEncoder());
    private final Trade trade = Trade.CODEC.create();

    TradeBytes() {
        encoder.instrumentId(0)
                .priceScale((short) 0)
                .sizeScale((short) 0)
                .aggressor(Aggressor.BUYER)
                .reserved((short) 0)
                .tradeId(1)
                .exchangeTime(0)
                .receiveTime(0)
                .tradeCount(1);
    }

    TradeBytes instrument(final int instrumentId) {
        encoder.instrumentId(instrumentId);
        return this;
    }

    TradeBytes scales(final int price, final int size) {
        encoder.priceScale((short) price).sizeScale((short) size);
        return this;
    }

    TradeBytes id(final long tradeId) {
        encoder.tradeId(tradeId);
        return this;
    }

    TradeBytes count(final long trades) {
        encoder.tradeCount(trades);
        return this;
    }

    TradeBytes by(final Aggressor aggressor) {
        encoder.aggressor(aggressor);
        return this;
    }

    /** The trade, valid until the next one. */
    Trade at(final long price, final long size) {
        encoder.price(price).size(size);
        return Trade.CODEC.decode(bytes, 0, LENGTH, trade);
    }
}
