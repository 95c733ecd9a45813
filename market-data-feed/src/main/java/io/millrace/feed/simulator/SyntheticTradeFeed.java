package io.millrace.feed.simulator;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import io.millrace.feed.MarketFeed;

/**
 * A feed of {@link SyntheticTrades} with their own time; it has trades and nothing else, and ends. Its position is
 * the number of trades given, and a run that goes on begins behind them.
 *
 * <p>Thread: any; a feed is a description. Allocation: none per trade. Deterministic: yes.
 */
public final class SyntheticTradeFeed extends MarketFeed {
    private final int instruments;
    private final long seed;
    private final long startTimeNs;
    private final long stepNs;
    private final long count;

    /**
     * @param startTimeNs time of the first trade, epoch nanoseconds
     * @param stepNs      time from each trade to the next
     * @param count       number of trades
     */
    public SyntheticTradeFeed(
            final int instruments, final long seed, final long startTimeNs, final long stepNs, final long count) {
        this.instruments = instruments;
        this.seed = seed;
        this.startTimeNs = startTimeNs;
        this.stepNs = stepNs;
        this.count = count;
    }

    @Override
    public String name() {
        return "synthetic";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Trades(context.input(TRADES), context.position());
    }

    private final class Trades implements TimedSource {
        private final SyntheticTrades trades = SyntheticTrades.of(instruments, seed);
        private final int input;
        private long given;

        Trades(final int input, final long position) {
            this.input = input;
            if (position != RecordLayout.NO_POSITION) {
                trades.goTo(position);
                given = position;
            }
        }

        @Override
        public long headTime() {
            return startTimeNs + given * stepNs;
        }

        @Override
        public int poll(final Inlet inlet) {
            final long time = headTime();
            given++;
            return input == SourceContext.UNUSED ? 0 : trades.write(inlet, input, time, stepNs, 1);
        }

        @Override
        public boolean ended() {
            return given >= count;
        }

        @Override
        public void close() {
            // Nothing to let go of.
        }
    }
}
