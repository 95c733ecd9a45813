package io.millrace.feed.binance.exchange;

import io.millrace.feed.binance.sbe.BestMessageEncoder;
import io.millrace.feed.binance.sbe.MessageHeaderEncoder;
import io.millrace.feed.binance.sbe.TradesMessageEncoder;
import io.millrace.feed.binance.sbe.Truth;
import io.millrace.feed.binance.sbe.UpdateMessageEncoder;
import io.millrace.feed.simulator.BookView;
import io.millrace.feed.simulator.TradeBurst;
import io.millrace.feed.simulator.TrueInstrument;
import org.agrona.ExpandableArrayBuffer;

/**
 * Spells events as Binance spot does in binary, by the encoders that SBE's tool makes of the schema. All numbers have eight
 * decimals, as in text.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: yes.
 */
final class BinaryMessages {
    private static final int DECIMALS = 8;
    private static final long NANOS_PER_MICRO = 1_000;

    private final ExpandableArrayBuffer buffer = new ExpandableArrayBuffer(1 << 12);
    private final MessageHeaderEncoder header = new MessageHeaderEncoder();
    private final TradesMessageEncoder trades = new TradesMessageEncoder();
    private final BestMessageEncoder best = new BestMessageEncoder();
    private final UpdateMessageEncoder update = new UpdateMessageEncoder();
    private int length;

    /** The message, from the first byte. */
    byte[] bytes() {
        return buffer.byteArray();
    }

    /** Bytes of the message. */
    int length() {
        return length;
    }

    private static long scaled(final long mantissa, final int decimals) {
        long scaled = mantissa;
        for (int i = decimals; i < DECIMALS; i++) {
            scaled *= 10;
        }
        return scaled;
    }

    private static long price(final TrueInstrument of, final long tick) {
        return scaled(tick, of.priceDecimals());
    }

    private static long size(final TrueInstrument of, final long lots) {
        return scaled(lots, of.sizeDecimals());
    }

    void trades(final TradeBurst burst) {
        final TrueInstrument of = burst.instrument();
        trades.wrapAndApplyHeader(buffer, 0, header)
                .eventTime(burst.time() / NANOS_PER_MICRO)
                .tradeTime(burst.time() / NANOS_PER_MICRO)
                .priceExponent((byte) -DECIMALS)
                .sizeExponent((byte) -DECIMALS);
        final TradesMessageEncoder.TradesEncoder group = trades.tradesCount(burst.count());
        for (int i = 0; i < burst.count(); i++) {
            group.next()
                    .tradeId(burst.tradeId(i))
                    .price(price(of, burst.tick()))
                    .size(size(of, burst.lots(i)))
                    .buyerIsMaker(burst.isBuy() ? Truth.NO : Truth.YES);
        }
        trades.symbol(of.symbol());
        length = trades.limit();
    }

    void quote(final TrueInstrument of, final long time) {
        best.wrapAndApplyHeader(buffer, 0, header)
                .eventTime(time / NANOS_PER_MICRO)
                .updateId(of.updates())
                .priceExponent((byte) -DECIMALS)
                .sizeExponent((byte) -DECIMALS)
                .bidPrice(price(of, of.bestBid()))
                .bidSize(size(of, of.bestBidLots()))
                .askPrice(price(of, of.bestAsk()))
                .askSize(size(of, of.bestAskLots()));
        best.symbol(of.symbol());
        length = best.limit();
    }

    /** What the last report of the book changed. */
    void update(final TrueInstrument of) {
        final BookView view = of.view(0);
        update.wrapAndApplyHeader(buffer, 0, header)
                .eventTime(view.time() / NANOS_PER_MICRO)
                .firstUpdateId(view.previousId() + 1)
                .lastUpdateId(view.lastId())
                .priceExponent((byte) -DECIMALS)
                .sizeExponent((byte) -DECIMALS);
        final UpdateMessageEncoder.BidsEncoder bids =
                update.bidsCount(view.bids().count());
        for (int i = 0; i < view.bids().count(); i++) {
            bids.next()
                    .price(price(of, view.bids().tick(i)))
                    .size(size(of, view.bids().lots(i)));
        }
        final UpdateMessageEncoder.AsksEncoder asks =
                update.asksCount(view.asks().count());
        for (int i = 0; i < view.asks().count(); i++) {
            asks.next()
                    .price(price(of, view.asks().tick(i)))
                    .size(size(of, view.asks().lots(i)));
        }
        update.symbol(of.symbol());
        length = update.limit();
    }
}
