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

/** Gives records that are in memory already, with the times that they have there, once in each turn. */
final class PreparedFeed implements Feed {
    private final Records records;
    private final Turnstile turns;

    PreparedFeed(final Records records, final Turnstile turns) {
        this.records = records;
        this.turns = turns;
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
        private int at = end;
        private boolean ended;

        Prepared(final int input) {
            this.input = input;
        }

        /** Asked for at the end of a turn when all of it has been worked on: turns end where batches do. */
        @Override
        public long headTime() {
            if (at == end) {
                ended = !turns.next();
                if (ended) {
                    return WAITING;
                }
                at = 0;
            }
            return RecordLayout.ingestTime(buffer, at);
        }

        @Override
        public int poll(final Inlet inlet) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            records.copyPayload(at, inlet.claimAddress(Records.PAYLOAD));
            inlet.commit(input, RecordKind.DATA, Records.PAYLOAD);
            inlet.endFrame();
            at += Records.LENGTH;
            return 1;
        }

        @Override
        public boolean ended() {
            return ended;
        }

        @Override
        public void close() {
            turns.leave();
        }
    }
}
