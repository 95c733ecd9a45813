package io.millrace.bench.chain;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.operators.market.Trade;
import org.agrona.concurrent.UnsafeBuffer;

/** Flow L, written by hand. */
final class HandDeep implements Chain {
    private final Trade trade = Trade.CODEC.create();
    private final KeyedStore<Averages> states = new KeyedStore<>();
    private final Tallies out = new Tallies();
    private long count;

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
        final long price = trade.price();
        if (price <= 0) {
            return;
        }
        out.second.add((double) trade.size());
        final int instrument = trade.instrumentId();
        Averages state = states.get(instrument);
        if (state == null) {
            state = new Averages();
            states.put(instrument, state);
        }
        final double average = state.average((double) price);
        if (price != average) {
            final double distance = (price - average) * 0.01;
            out.third.max(distance);
            if (distance < 1e12) {
                out.first.add(distance);
                count++;
            }
        }
    }

    @Override
    public String results() {
        return out + ", outputs " + count;
    }
}
