package io.millrace.bench.peers.job;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The trades: random walks of a hundred instruments, one tenth of them small, in the order of their times. Behind them comes
 * one more trade of each instrument, in the next window: it closes the last window of engines that go by the times of trades
 * only. What it opens itself counts for nobody.
 *
 * <p>Thread: any. Allocation: none but what takers allocate. Deterministic: yes, by their number alone.
 */
public final class Trades {
    /** Instruments, numbered from 0. */
    public static final int INSTRUMENTS = 100;

    /** Sizes below this are filtered out. */
    public static final long SMALL = 100;

    /** Nanoseconds of a window. */
    public static final long WINDOW = 1_000_000_000L;

    /** Time before the first trade, which is where a window begins: epoch nanoseconds. */
    public static final long START = 1_700_000_000_000_000_000L;

    private static final long USUAL_STEP = 11_000;
    private static final long LEAST_WINDOWS = 12;
    private static final long FIRST_PRICE = 100_000;
    private static final long SEED = 42;

    private final int count;
    private final long step;

    /** @param count how many, without those that close; if they are few they are spread over some windows all the same */
    public Trades(final int count) {
        this.count = count;
        this.step = Math.max(USUAL_STEP, LEAST_WINDOWS * WINDOW / count);
    }

    /** How many, with those that close. */
    public int total() {
        return count + INSTRUMENTS;
    }

    /** First epoch nanosecond of the window of the trades that close. */
    public long end() {
        final long last = START + count * step;
        return last - Math.floorMod(last, WINDOW) + WINDOW;
    }

    /** Makes them all, always the same. */
    public void each(final Taker taker) {
        final SplittableRandom random = new SplittableRandom(SEED);
        final long[] prices = new long[INSTRUMENTS];
        Arrays.fill(prices, FIRST_PRICE);
        for (int i = 0; i < count; i++) {
            final int instrument = random.nextInt(INSTRUMENTS);
            prices[instrument] = Math.max(1_000, prices[instrument] + random.nextInt(21) - 10);
            final boolean bought = random.nextBoolean();
            final long size = random.nextInt(10) == 0 ? 1 : SMALL + random.nextInt(1_000);
            taker.take(i, instrument, START + (i + 1) * step, prices[instrument], size, bought);
        }
        for (int instrument = 0; instrument < INSTRUMENTS; instrument++) {
            taker.take(count + instrument, instrument, end() + instrument, FIRST_PRICE, SMALL, true);
        }
    }

    /** Takes trades. */
    @FunctionalInterface
    public interface Taker {
        /**
         * Takes one.
         *
         * @param number     from 0
         * @param instrument from 0
         * @param time       epoch nanoseconds
         * @param price      scaled
         * @param size       scaled
         * @param bought     whether the buyer took liquidity
         */
        void take(int number, int instrument, long time, long price, long size, boolean bought);
    }
}
