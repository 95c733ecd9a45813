package io.millrace.bench.peers.hand;

import io.millrace.bench.peers.job.EncodedTrades;
import io.millrace.bench.peers.job.Engine;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.operators.market.Trade;
import org.agrona.concurrent.UnsafeBuffer;

/** By hand, over records, with state in arrays. */
public final class OnArrays implements Engine {
    private final EncodedTrades records;
    private final Trade trade = Trade.CODEC.create();
    private Candles candles;

    /** Encodes the trades. */
    public OnArrays(final Trades trades) {
        records = new EncodedTrades(trades);
    }

    /** What all must give. Needs no memory for the trades, and is not measured. */
    public static void reference(final Trades trades, final Results results) {
        final Candles candles = new Candles(results);
        trades.each((number, instrument, time, price, size, bought) -> {
            if (size >= Trades.SMALL) {
                candles.onLarge(instrument, time, price, size, Trades.WINDOW);
            }
        });
    }

    @Override
    public long run(final Results results) {
        candles = new Candles(results);
        final long begin = System.nanoTime();
        records.each(this::onBatch);
        return System.nanoTime() - begin;
    }

    private void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        long at = OffHeap.address(buffer) + offset;
        final long end = at + length;
        while (at < end) {
            final int recordLength = OffHeap.int32(at + RecordLayout.LENGTH);
            if (OffHeap.int32(at + RecordLayout.KIND) == RecordLayout.dataOf(0)) {
                Trade.CODEC.view(at + RecordLayout.HEADER, recordLength - RecordLayout.HEADER, trade);
                if (trade.size() >= Trades.SMALL) {
                    candles.onLarge(
                            trade.instrumentId(), trade.exchangeTime(), trade.price(), trade.size(), Trades.WINDOW);
                }
            }
            at += RecordLayout.aligned(recordLength);
        }
    }

    @Override
    public String about() {
        return "plain Java over encoded records, state in arrays by instrument, trades known to be in order";
    }
}
