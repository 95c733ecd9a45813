package io.millrace.bench.peers.own;

import io.millrace.bench.peers.job.EncodedTrades;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import org.agrona.concurrent.UnsafeBuffer;

/** Gives the trades once, with the times that they have, and takes the time until all of them have been worked on. */
final class PreparedTrades implements Feed {
    private final EncodedTrades records;
    private long begin;
    private long end;

    PreparedTrades(final EncodedTrades records) {
        this.records = records;
    }

    /** Nanoseconds from the first trade to when nothing was left to do. Asked for when the run is over. */
    long nanos() {
        if (end == 0) {
            throw new IllegalStateException("the run has ended before all trades were given");
        }
        return end - begin;
    }

    @Override
    public String name() {
        return "prepared";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Prepared(context.input("trades"));
    }

    private final class Prepared implements TimedSource {
        private final UnsafeBuffer buffer = records.buffer();
        private final long address = OffHeap.address(buffer);
        private final int input;
        private int at;
        private boolean waited;
        private boolean ended;

        Prepared(final int input) {
            this.input = input;
        }

        /** Asked for a second time at the end, the last batch has been worked on: it was not held back for more. */
        @Override
        public long headTime() {
            if (at == 0) {
                begin = System.nanoTime();
            }
            if (at == buffer.capacity()) {
                if (waited) {
                    end = System.nanoTime();
                    ended = true;
                }
                waited = true;
                return WAITING;
            }
            return OffHeap.int64(address + at + RecordLayout.INGEST_TIME);
        }

        @Override
        public int poll(final Inlet inlet) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            final long target = inlet.claimAddress(EncodedTrades.PAYLOAD);
            final long from = address + at + RecordLayout.HEADER;
            for (int i = 0; i < EncodedTrades.PAYLOAD; i += Long.BYTES) {
                OffHeap.int64(target + i, OffHeap.int64(from + i));
            }
            inlet.commit(input, RecordKind.DATA, EncodedTrades.PAYLOAD);
            inlet.endFrame();
            at += EncodedTrades.LENGTH;
            return 1;
        }

        @Override
        public boolean ended() {
            return ended;
        }

        @Override
        public void close() {
            // Memory only.
        }
    }
}
