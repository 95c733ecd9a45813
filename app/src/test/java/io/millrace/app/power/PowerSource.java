package io.millrace.app.power;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.item.Codecs;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Origin;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import java.util.concurrent.CountDownLatch;
import java.util.function.IntPredicate;

/** Counts up to a number, a millisecond from one to the next, and goes on where its journal ends. */
final class PowerSource implements Feed {
    private static final long NANOS_PER_ITEM = 1_000_000;

    private final int items;
    private final IntPredicate gate;
    private final CountDownLatch opened = new CountDownLatch(1);

    /** @param gate whether a number may come now; may throw */
    PowerSource(final int items, final IntPredicate gate) {
        this.items = items;
        this.gate = gate;
    }

    Origin<Long> origin() {
        return new Origin<>(this, "numbers", Codecs.INT64, null);
    }

    /** Counted down when the run has come to its sources. */
    CountDownLatch opened() {
        return opened;
    }

    @Override
    public String name() {
        return "numbers";
    }

    @Override
    public Source open(final SourceContext context) {
        opened.countDown();
        return new Counting(context.input("numbers"), (int) Math.max(0, context.position()));
    }

    private final class Counting implements TimedSource {
        private final int input;
        private int next;

        Counting(final int input, final int next) {
            this.input = input;
            this.next = next;
        }

        @Override
        public long headTime() {
            return gate.test(next) ? next * NANOS_PER_ITEM : WAITING;
        }

        @Override
        public int poll(final Inlet inlet) {
            inlet.beginFrame(next + 1);
            final int offset = inlet.claim(Long.BYTES);
            inlet.buffer().putLong(offset, next++);
            inlet.commit(input, RecordKind.DATA, Long.BYTES);
            inlet.endFrame();
            return 1;
        }

        @Override
        public boolean ended() {
            return next == items;
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
