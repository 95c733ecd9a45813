package io.millrace.feed.simulator;

import java.util.List;
import java.util.SplittableRandom;

/**
 * A market that nobody trades on: prices walk at random on a grid of ticks, trades come in bursts, books change and are
 * reported every 100 ms. Its messages are spelled as Binance's. The first book message of a symbol holds its whole book.
 *
 * <p>Setters return the market; it begins with the first {@link #play}.
 *
 * <p>Thread: the exchange's. Allocation: none in steady state. Deterministic: the same seed and start time give the same
 * frames.
 */
public final class SyntheticMarket implements Tape {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long DEPTH_INTERVAL = 100_000_000;
    private static final double FRAMES_PER_STEP = 1.22;
    private static final double USUAL_FRAMES_PER_SECOND = 2_000;
    private static final int ONE_IN_TRADES = 4;
    private static final int LONGEST_BURST = 8;
    private static final List<SyntheticSymbol> USUAL_SYMBOLS = List.of(
            new SyntheticSymbol("BTCUSDT", 6_180_020, 2, 5),
            new SyntheticSymbol("ETHUSDT", 268_450, 2, 4),
            new SyntheticSymbol("SOLUSDT", 16_123, 2, 3),
            new SyntheticSymbol("BNBUSDT", 52_140, 2, 3));

    private final SplittableRandom random;
    private List<SyntheticSymbol> symbols = USUAL_SYMBOLS;
    private double framesPerSecond = USUAL_FRAMES_PER_SECOND;
    private MarketStyle style = MarketStyle.SPOT;
    private SyntheticInstrument[] instruments;
    private long nextStep;
    private long nextDepth;

    public SyntheticMarket(final long seed) {
        random = new SplittableRandom(seed);
    }

    /** Its symbols; four if nothing is said. */
    public SyntheticMarket symbols(final List<SyntheticSymbol> value) {
        symbols = List.copyOf(value);
        return this;
    }

    /** About how many frames of trades, quotes and books come in a second; 2,000 if nothing is said. */
    public SyntheticMarket framesPerSecond(final double value) {
        framesPerSecond = value;
        return this;
    }

    /** How messages are spelled; as on spot if nothing is said. */
    public SyntheticMarket style(final MarketStyle value) {
        style = value;
        return this;
    }

    @Override
    public void play(final long now, final Audience audience) {
        if (instruments == null) {
            begin(now);
        }
        while (Math.min(nextStep, nextDepth) <= now) {
            if (nextDepth <= nextStep) {
                for (final SyntheticInstrument instrument : instruments) {
                    instrument.depth(nextDepth, audience);
                }
                nextDepth += DEPTH_INTERVAL;
            } else {
                step(instruments[random.nextInt(instruments.length)], audience);
                nextStep += gap();
            }
        }
    }

    private void begin(final long now) {
        instruments = new SyntheticInstrument[symbols.size()];
        for (int i = 0; i < instruments.length; i++) {
            instruments[i] = new SyntheticInstrument(symbols.get(i), style, random.split());
        }
        nextStep = now;
        nextDepth = now;
    }

    /** Steps come at random: at any time as likely as at any other. */
    private long gap() {
        final double mean = FRAMES_PER_STEP * NANOS_PER_SECOND / framesPerSecond;
        return 1 + (long) (-StrictMath.log(1 - random.nextDouble()) * mean);
    }

    private void step(final SyntheticInstrument instrument, final Audience audience) {
        if (random.nextInt(ONE_IN_TRADES) == 0) {
            burst(instrument, audience);
            instrument.quote(nextStep, audience);
        } else if (instrument.book().requote()) {
            instrument.quote(nextStep, audience);
        }
    }

    private void burst(final SyntheticInstrument instrument, final Audience audience) {
        final SyntheticBook book = instrument.book();
        final boolean buy = random.nextBoolean() || !book.maySell();
        int left = 1;
        while (left < LONGEST_BURST && random.nextBoolean()) {
            left++;
        }
        while (left > 0) {
            final long tick = buy ? book.bestAsk() : book.bestBid();
            final long firstId = instrument.tradeId() + 1;
            long lots = 0;
            while (left > 0 && tick == (buy ? book.bestAsk() : book.bestBid())) {
                final long taken = book.take(buy);
                lots += taken;
                instrument.trade(nextStep, tick, taken, buy, audience);
                left--;
            }
            instrument.aggregate(nextStep, tick, lots, buy, firstId, audience);
        }
    }

    @Override
    public boolean ended() {
        return false;
    }

    @Override
    public void close() {
        // Nothing to let go of.
    }
}
