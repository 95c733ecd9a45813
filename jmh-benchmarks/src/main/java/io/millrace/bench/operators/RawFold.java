package io.millrace.bench.operators;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.stage.KeyedStore;
import org.agrona.concurrent.UnsafeBuffer;

/** What a running fold does, written by hand: reads a tick, looks its key up, adds. */
final class RawFold {
    private final Tick tick = new Tick();
    private final KeyedStore<Sum> sums = new KeyedStore<>();
    private final SumSums out = new SumSums();

    void onBatch(final UnsafeBuffer buffer, final int offset, final int length) {
        long at = OffHeap.address(buffer) + offset;
        final long end = at + length;
        while (at < end) {
            final int recordLength = OffHeap.int32(at + RecordLayout.LENGTH);
            if (OffHeap.int32(at + RecordLayout.KIND) == RecordLayout.dataOf(0)) {
                Tick.TYPE.view(at + RecordLayout.HEADER, recordLength - RecordLayout.HEADER, tick);
                Sum sum = sums.get(tick.key);
                if (sum == null) {
                    sum = new Sum();
                    sums.put(tick.key, sum);
                }
                sum.add(tick);
                out.add(sum);
            }
            at += RecordLayout.aligned(recordLength);
        }
    }

    SumSums out() {
        return out;
    }
}
