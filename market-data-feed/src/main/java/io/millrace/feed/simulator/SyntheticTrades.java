package io.millrace.feed.simulator;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.decode.InletTarget;
import io.millrace.feed.decode.KnownInstruments;
import io.millrace.operators.market.TradeWriter;
import java.util.SplittableRandom;

/**
 * Makes trades out of nothing, fast: prices walk at random, instruments take turns at random. For warm-up and measurement.
 *
 * <p>Thread: one. Allocation: none in steady state. Deterministic: the same seed gives the same trades.
 */
public final class SyntheticTrades {
    private static final int PRICE_SCALE = 2;
    private static final int SIZE_SCALE = 3;
    private static final long FIRST_PRICE = 1_000_000;
    private static final long LOWEST_PRICE = 100;
    private static final int LARGEST_MOVE = 5;
    private static final int LARGEST_SIZE = 5_000;

    private final SplittableRandom random;
    private final KnownInstruments instruments;
    private final long[] prices;
    private final InletTarget target = new InletTarget();
    private final TradeWriter writer = new TradeWriter();
    private long tradeId;
    private boolean defined;
    private long bits;
    private int instrument;
    private int move;

    private SyntheticTrades(final int count, final long seed) {
        random = new SplittableRandom(seed);
        instruments = new KnownInstruments("synthetic", 0);
        prices = new long[count];
        for (int i = 0; i < count; i++) {
            instruments.expect("SYN" + i);
            prices[i] = FIRST_PRICE;
        }
    }

    /** Trades of so many instruments, numbered from 0. */
    public static SyntheticTrades of(final int instruments, final long seed) {
        return new SyntheticTrades(instruments, seed);
    }

    /**
     * Writes trades, each one a frame with its own time, which is both its exchange time and its receive time. The first
     * call writes the definitions of all instruments before them. The position of a frame is the number of trades up to
     * it.
     *
     * @param input       number of the input
     * @param startTimeNs time of the first trade, epoch nanoseconds
     * @param stepNs      time from each trade to the next
     * @return records written
     */
    public int write(final Inlet inlet, final int input, final long startTimeNs, final long stepNs, final int count) {
        target.wrap(inlet);
        if (!defined) {
            define(inlet, input, startTimeNs);
        }
        long time = startTimeNs;
        for (int i = 0; i < count; i++) {
            inlet.time(time);
            inlet.beginFrame(tradeId + 1);
            trade(input, time);
            inlet.endFrame();
            time += stepNs;
        }
        return target.taken();
    }

    private void define(final Inlet inlet, final int input, final long time) {
        inlet.time(time);
        inlet.beginFrame(tradeId);
        for (int i = 0; i < prices.length; i++) {
            instruments.define(i, PRICE_SCALE, SIZE_SCALE, input, target);
        }
        inlet.endFrame();
        defined = true;
    }

    /** Goes to a position without writing what is before it, once all instruments have been defined. */
    public void goTo(final long position) {
        defined = true;
        while (tradeId < position) {
            tradeId++;
            next();
        }
    }

    private void next() {
        bits = random.nextLong();
        instrument = (int) ((bits >>> 32) * prices.length >>> 32);
        move = (int) (bits & 0xFFFF) % (2 * LARGEST_MOVE + 1) - LARGEST_MOVE;
        prices[instrument] = Math.max(LOWEST_PRICE, prices[instrument] + move);
    }

    private void trade(final int input, final long time) {
        next();
        writer.at(target.claimAddress(writer.length()))
                .instrumentId(instruments.id(instrument))
                .priceScale(PRICE_SCALE)
                .sizeScale(SIZE_SCALE)
                .isBuyerAggressor(move >= 0)
                .tradeId(++tradeId)
                .price(prices[instrument])
                .size(1 + (bits >>> 16 & 0xFFFF) % LARGEST_SIZE)
                .exchangeTime(time)
                .receiveTime(time)
                .tradeCount(1);
        target.commit(input, RecordKind.DATA, writer.length());
    }
}
