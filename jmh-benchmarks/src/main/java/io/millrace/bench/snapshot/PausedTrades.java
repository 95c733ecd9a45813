package io.millrace.bench.snapshot;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.loop.Inlet;
import io.millrace.engine.spi.Feed;
import io.millrace.engine.spi.Source;
import io.millrace.engine.spi.SourceContext;
import io.millrace.engine.spi.TimedSource;
import io.millrace.operators.market.sbe.Aggressor;
import io.millrace.operators.market.sbe.MessageHeaderEncoder;
import io.millrace.operators.market.sbe.TradeEncoder;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;

/**
 * Gives trades until each of many instruments has had one, then asks for a snapshot, then some more trades, and so on.
 *
 * <pre>
 *   trade of each instrument │ ask, wait for the cut │ some trades │ ask, wait for the cut │ ...
 * </pre>
 */
final class PausedTrades implements Feed {
    private static final int BETWEEN = 10_000;
    private static final int PAYLOAD = MessageHeaderEncoder.ENCODED_LENGTH + TradeEncoder.BLOCK_LENGTH;
    private static final long BEGIN = 1_700_000_040_000_000_000L;
    private static final long STEP = 10;

    private final int instruments;
    private final int cuts;
    private final PauseWatch watch;
    private final CountDownLatch over = new CountDownLatch(1);
    private Runnable request = () -> {};

    /**
     * @param cuts  how many snapshots it asks for
     * @param watch knows when there was one
     */
    PausedTrades(final int instruments, final int cuts, final PauseWatch watch) {
        this.instruments = instruments;
        this.cuts = cuts;
        this.watch = watch;
    }

    /** Sets how snapshots are asked for. */
    void request(final Runnable action) {
        request = action;
    }

    /** Waits until all is given, or the source was closed. */
    void await() throws InterruptedException {
        over.await();
    }

    @Override
    public String name() {
        return "paused";
    }

    @Override
    public Source open(final SourceContext context) {
        return new Paused(context.input("trades"));
    }

    private final class Paused implements TimedSource {
        private final int input;
        private final MessageHeaderEncoder header = new MessageHeaderEncoder();
        private final TradeEncoder trade = new TradeEncoder();
        private final SplittableRandom random = new SplittableRandom(42);
        private long given;
        private int left = instruments;
        private int asked;
        private boolean asking;
        private boolean shown;

        Paused(final int input) {
            this.input = input;
        }

        /** What was given is shown to the flow before a snapshot is asked for: the SNAPSHOT record stands alone. */
        @Override
        public long headTime() {
            if (asking && !watch.sawCut()) {
                return WAITING;
            }
            if (asking) {
                asking = false;
                left = BETWEEN;
                watch.begin();
            }
            if (left > 0) {
                shown = false;
                return BEGIN + given * STEP;
            }
            if (!shown) {
                shown = true;
            } else if (asked == cuts) {
                over.countDown();
            } else {
                watch.end(given == instruments ? 0 : BETWEEN);
                asked++;
                asking = true;
                request.run();
            }
            return WAITING;
        }

        @Override
        public int poll(final Inlet inlet) {
            inlet.beginFrame(RecordLayout.NO_POSITION);
            final int target = inlet.claim(PAYLOAD);
            trade.wrapAndApplyHeader(inlet.buffer(), target, header)
                    .instrumentId(given < instruments ? (int) given : random.nextInt(instruments))
                    .priceScale((short) 2)
                    .sizeScale((short) 3)
                    .aggressor(Aggressor.BUYER)
                    .exchangeTime(BEGIN + given * STEP)
                    .tradeId(given)
                    .price(1_000 + random.nextInt(1_000))
                    .size(1 + random.nextInt(1_000))
                    .tradeCount(1);
            inlet.commit(input, RecordKind.DATA, PAYLOAD);
            inlet.endFrame();
            given++;
            left--;
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
