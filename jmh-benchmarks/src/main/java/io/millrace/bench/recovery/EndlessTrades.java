package io.millrace.bench.recovery;

import io.millrace.bench.chain.Records;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import java.util.concurrent.CountDownLatch;

/**
 * Trades of a hundred instruments, the same again and again with later times, up to a number; then it waits, so that the
 * journal stays one that can be gone on with.
 */
final class EndlessTrades implements Feed {
    private final Records records = new Records(42);
    private final CountDownLatch over = new CountDownLatch(1);
    private final long count;
    private final long marked;
    private Runnable onMarked = () -> {};

    /**
     * @param count  how many it gives
     * @param marked after how many of them something is to be done
     */
    EndlessTrades(final long count, final long marked) {
        this.count = count;
        this.marked = marked;
    }

    /** None: what is journaled is all that there is. */
    static EndlessTrades none() {
        return new EndlessTrades(0, -1);
    }

    /** Sets what is to be done on the way. */
    void onMarked(final Runnable action) {
        onMarked = action;
    }

    /** Waits until all were given, or the source was closed. */
    void await() throws InterruptedException {
        over.await();
    }

    @Override
    public String name() {
        return "endless";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Endless(context.input("trades"));
    }

    private final class Endless implements TimedSource {
        private final int input;
        private int at = records.length();
        private long given;

        Endless(final int input) {
            this.input = input;
        }

        /** Is asked again only when all that was given is journaled and worked on, or the batch is not full. */
        @Override
        public long headTime() {
            if (given == count) {
                over.countDown();
                return WAITING;
            }
            if (at == records.length()) {
                records.stamp();
                at = 0;
            }
            return RecordLayout.ingestTime(records.buffer(), at);
        }

        @Override
        public int poll(final Inlet inlet) {
            given++;
            inlet.beginFrame(given);
            records.copyPayload(at, inlet.claimAddress(Records.PAYLOAD));
            inlet.commit(input, RecordKind.DATA, Records.PAYLOAD);
            inlet.endFrame();
            at += Records.LENGTH;
            if (given == marked) {
                onMarked.run();
            }
            return 1;
        }

        @Override
        public boolean ended() {
            return false;
        }

        @Override
        public void close() {
            over.countDown();
        }
    }
}
