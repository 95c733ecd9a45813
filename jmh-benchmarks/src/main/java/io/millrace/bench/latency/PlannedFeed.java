package io.millrace.bench.latency;

import io.millrace.bench.chain.Records;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.millrace.operators.market.sbe.TradeEncoder;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Gives trades when they are due; each carries that time as its exchange time and its receive time.
 *
 * <p>Thread: the ingress thread. Allocation: none. Deterministic: but for the clock.
 */
final class PlannedFeed implements Feed {
    private static final int EXCHANGE_TIME =
            MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.exchangeTimeEncodingOffset();
    private static final int RECEIVE_TIME =
            MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.receiveTimeEncodingOffset();

    private final Schedule schedule;
    private final EpochNanoClock clock;
    private final Records trades;
    private long sentByEnd;
    private volatile long start;

    PlannedFeed(final Schedule schedule, final EpochNanoClock clock, final Records trades) {
        this.schedule = schedule;
        this.clock = clock;
        this.trades = trades;
    }

    @Override
    public String name() {
        return "planned";
    }

    /** When the first trade was due, epoch nanoseconds, or 0 while that is not known; any thread. */
    long start() {
        return start;
    }

    /** Trades that count and were sent before the schedule's end; when the flow has ended. */
    long sentInTime() {
        return Math.max(0, sentByEnd - (schedule.total() - schedule.measured()));
    }

    @Override
    public Source open(final SourceContext context) {
        return new Planned(context.input("trades"));
    }

    private final class Planned implements Source {
        private final int input;
        private final long total = schedule.total();
        private long begin;
        private long number;
        private long due;
        private long end;

        Planned(final int input) {
            this.input = input;
        }

        @Override
        public int poll(final Inlet inlet) {
            final long now = clock.nanoTime();
            if (begin == 0) {
                begin = now;
                due = now + schedule.due(0);
                end = now + schedule.end();
                start = now;
            }
            int given = 0;
            while (due <= now && number < total && !inlet.isFull()) {
                give(inlet);
                number++;
                due = begin + schedule.due(number);
                given++;
            }
            if (now < end) {
                sentByEnd = number;
            }
            return given;
        }

        private void give(final Inlet inlet) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            final long at = inlet.claimAddress(Records.PAYLOAD);
            trades.copyPayload((int) (number & Records.COUNT - 1) * Records.LENGTH, at);
            OffHeap.int64(at + EXCHANGE_TIME, due);
            OffHeap.int64(at + RECEIVE_TIME, due);
            inlet.commit(input, RecordKind.DATA, Records.PAYLOAD);
            inlet.endFrame();
        }

        @Override
        public boolean ended() {
            return number == total;
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
