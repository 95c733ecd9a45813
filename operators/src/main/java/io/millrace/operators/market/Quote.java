package io.millrace.operators.market;

import io.millrace.engine.item.Codec;
import io.millrace.operators.market.sbe.QuoteDecoder;
import org.agrona.DirectBuffer;

/**
 * Best bid and offer.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class Quote extends MarketEvent {
    /** How it is encoded; a decoded one is a view. */
    public static final Codec<Quote> CODEC = new EventCodec<>("millrace.quote", Quote::new);

    private final QuoteDecoder decoder = new QuoteDecoder();

    @Override
    void wrapBody(final DirectBuffer source, final int bodyOffset, final int blockLength, final int version) {
        decoder.wrap(source, bodyOffset, blockLength, version);
    }

    /** Number that the instrument's definition gave it. */
    public int instrumentId() {
        return decoder.instrumentId();
    }

    /** Digits behind the point of prices. */
    public int priceScale() {
        return decoder.priceScale();
    }

    /** Digits behind the point of sizes. */
    public int sizeScale() {
        return decoder.sizeScale();
    }

    /** The venue's number of the update. */
    public long updateId() {
        return decoder.updateId();
    }

    /** Best bid, scaled by {@link #priceScale()}. */
    public long bidPrice() {
        return decoder.bidPrice();
    }

    /** Size at the best bid, scaled by {@link #sizeScale()}. */
    public long bidSize() {
        return decoder.bidSize();
    }

    /** Best offer, scaled by {@link #priceScale()}. */
    public long askPrice() {
        return decoder.askPrice();
    }

    /** Size at the best offer, scaled by {@link #sizeScale()}. */
    public long askSize() {
        return decoder.askSize();
    }

    /** When the exchange says it happened, epoch nanoseconds; 0 if the venue sends none. */
    public long exchangeTime() {
        return decoder.exchangeTime();
    }

    /** When it was received, epoch nanoseconds. */
    public long receiveTime() {
        return decoder.receiveTime();
    }

    @Override
    public String toString() {
        return decoder.toString();
    }
}
