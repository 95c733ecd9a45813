package io.millrace.bench.chain;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.operators.market.Trade;
import org.agrona.concurrent.UnsafeBuffer;

/** Flow T, written by hand. */
final class HandTicks implements Chain {
    private final Trade trade = Trade.CODEC.create();
    private final KeyedStore<Averages> states = new KeyedStore<>();
    private final Tallies out = new Tallies();
    private long firstCount;
    private long secondCount;
    private long thirdCount;

    @Override
    public void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        long at = OffHeap.address(buffer) + offset;
        final long end = at + length;
        while (at < end) {
            final int recordLength = OffHeap.int32(at + RecordLayout.LENGTH);
            if (OffHeap.int32(at + RecordLayout.KIND) == RecordLayout.dataOf(0)) {
                Trade.CODEC.view(at + RecordLayout.HEADER, recordLength - RecordLayout.HEADER, trade);
                if (trade.size() >= Records.SMALL) {
                    onLarge();
                }
            }
            at += RecordLayout.aligned(recordLength);
        }
    }

    private void onLarge() {
        final int instrument = trade.instrumentId();
        Averages state = states.get(instrument);
        if (state == null) {
            state = new Averages();
            states.put(instrument, state);
        }
        final double price = trade.price();
        final double score = state.score(price);
        if (score > ChainFlows.HIGH) {
            out.first.add(price);
            firstCount++;
        } else if (score < -ChainFlows.HIGH) {
            out.second.add(price);
            secondCount++;
        } else {
            out.third.add(price);
            thirdCount++;
        }
    }

    @Override
    public String results() {
        return out + ", outputs " + firstCount + " " + secondCount + " " + thirdCount;
    }
}
