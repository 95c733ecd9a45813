package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import org.agrona.concurrent.UnsafeBuffer;

/** Gives records that are in memory already, with the times that they have there, and ends. */
final class PreparedFeed implements Feed {
    private final Records records;
    private final StopWatch watch;

    /** @param watch runs from the first record to the moment when the last one has been worked on */
    PreparedFeed(final Records records, final StopWatch watch) {
        this.records = records;
        this.watch = watch;
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
        private final int input;
        private final int end = records.length();
        private int at;

        Prepared(final int input) {
            this.input = input;
        }

        @Override
        public long headTime() {
            if (at == 0) {
                watch.start();
            }
            return RecordLayout.ingestTime(buffer, at);
        }

        @Override
        public int poll(final Inlet inlet) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            final int target = inlet.claim(Records.PAYLOAD);
            final UnsafeBuffer to = inlet.buffer();
            final int from = at + RecordLayout.HEADER;
            for (int i = 0; i < Records.PAYLOAD; i += Long.BYTES) {
                to.putLong(target + i, buffer.getLong(from + i));
            }
            inlet.commit(input, RecordKind.DATA, Records.PAYLOAD);
            inlet.endFrame();
            at += Records.LENGTH;
            return 1;
        }

        @Override
        public boolean ended() {
            return at == end;
        }

        @Override
        public void close() {
            watch.stop(records.count());
        }
    }
}
