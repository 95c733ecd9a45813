package io.millrace.feed.simulator;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A market that nobody trades on: prices walk at random on a grid of ticks, trades come in bursts, books change and are
 * reported every 100 ms. How that is spelled is for the {@link ExchangeProtocol} of a venue. The first report of a book holds all
 * of it.
 *
 * <p>Setters return the market; it begins with the first {@link #play}.
 *
 * <p>Thread: the exchange's. Allocation: for reports of books. Deterministic: the same seed and start time give the
 * same frames.
 */
public final class SyntheticMarket implements Tape {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final long BURST = 10_000_000;
    private static final long SECOND = 1_000_000_000;
    private static final Duration USUAL_INTERVAL = Duration.ofMillis(100);
    private static final double FRAMES_PER_STEP = 1.22;
    private static final double USUAL_FRAMES_PER_SECOND = 2_000;
    private static final int ONE_IN_TRADES = 4;
    private static final int LONGEST_BURST = 8;
    private static final int ONE_IN_LIQUIDATIONS = 64;

    private final SplittableRandom random;
    private List<SyntheticSymbol> symbols = List.of();
    private double framesPerSecond = USUAL_FRAMES_PER_SECOND;
    private final TradeBurst burst = new TradeBurst();
    private long interval = USUAL_INTERVAL.toNanos();
    private TrueMarket market;
    private boolean begun;
    private int bursts;
    private long nextStep;
    private long nextReport;
    private long nextMark;

    public SyntheticMarket(final long seed) {
        random = new SplittableRandom(seed);
    }

    /** Its instruments, in the venue's spelling; those that the venue's protocol names if nothing is said. */
    public SyntheticMarket symbols(final List<SyntheticSymbol> value) {
        symbols = List.copyOf(value);
        return this;
    }

    /** About how many frames of trades, quotes and books come in a second; 2,000 if nothing is said. */
    public SyntheticMarket framesPerSecond(final double value) {
        framesPerSecond = value;
        return this;
    }

    /** How often books are reported; every 100 ms if nothing is said. */
    public SyntheticMarket reportEvery(final Duration value) {
        interval = value.toNanos();
        return this;
    }

    @Override
    public TrueMarket market(final List<SyntheticSymbol> usual) {
        if (market == null) {
            market = new TrueMarket((symbols.isEmpty() ? usual : symbols)
                    .stream()
                            .map(symbol -> new TrueInstrument(symbol, random.split()))
                            .toList());
        }
        return market;
    }

    @Override
    public void play(final long now, final Audience audience) {
        if (!begun) {
            begun = true;
            nextStep = now;
            nextReport = now;
            nextMark = now;
        }
        if (bursts > 0) {
            burst(now, audience);
        }
        final List<TrueInstrument> instruments = market.instruments();
        while (Math.min(Math.min(nextStep, nextReport), nextMark) <= now) {
            if (nextMark <= Math.min(nextStep, nextReport)) {
                for (final TrueInstrument instrument : instruments) {
                    audience.mark(instrument, nextMark);
                }
                nextMark += SECOND;
            } else if (nextReport <= nextStep) {
                for (final TrueInstrument instrument : instruments) {
                    report(instrument, nextReport, audience);
                }
                nextReport += interval;
            } else {
                step(instruments.get(random.nextInt(instruments.size())), audience);
                nextStep += gap();
            }
        }
    }

    @Override
    public void burst(final int reports) {
        bursts = reports;
    }

    private void burst(final long until, final Audience audience) {
        final TrueInstrument instrument = market.instruments().get(0);
        for (int i = 0; i < bursts; i++) {
            instrument.book().requote();
            report(instrument, until - BURST + i * BURST / bursts, audience);
        }
        bursts = 0;
    }

    private static void report(final TrueInstrument instrument, final long time, final Audience audience) {
        if (instrument.truth().report(time)) {
            audience.book(instrument);
        }
    }

    /** Steps come at random: at any time as likely as at any other. */
    private long gap() {
        final double mean = FRAMES_PER_STEP * NANOS_PER_SECOND / framesPerSecond;
        return 1 + (long) (-StrictMath.log(1 - random.nextDouble()) * mean);
    }

    private void step(final TrueInstrument instrument, final Audience audience) {
        if (random.nextInt(ONE_IN_TRADES) == 0) {
            takers(instrument, audience);
            audience.quote(instrument, nextStep);
        } else if (instrument.book().requote()) {
            audience.quote(instrument, nextStep);
        }
    }

    private void takers(final TrueInstrument instrument, final Audience audience) {
        final SyntheticBook book = instrument.book();
        final boolean buy = random.nextBoolean() || !book.maySell();
        int left = 1;
        while (left < LONGEST_BURST && random.nextBoolean()) {
            left++;
        }
        while (left > 0) {
            final long tick = buy ? book.bestAsk() : book.bestBid();
            burst.begin(instrument, nextStep, tick, buy, instrument.tradeId() + 1);
            while (left > 0 && tick == (buy ? book.bestAsk() : book.bestBid())) {
                burst.add(book.take(buy));
                instrument.nextTradeId();
                left--;
            }
            audience.trades(burst.aggregateId(instrument.nextAggregateId()));
            if (burst.lastTradeId() % ONE_IN_LIQUIDATIONS == 0) {
                audience.liquidation(instrument, new Liquidated(nextStep, tick, burst.totalLots(), buy));
            }
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
