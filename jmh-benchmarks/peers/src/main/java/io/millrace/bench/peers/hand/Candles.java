package io.millrace.bench.peers.hand;

import io.millrace.bench.peers.job.Average;
import io.millrace.bench.peers.job.Averaged;
import io.millrace.bench.peers.job.Bar;
import io.millrace.bench.peers.job.Results;
import io.millrace.bench.peers.job.Trades;

/**
 * The job on arrays by instrument, for trades in the order of their times: the first trade behind a window closes it for all
 * instruments.
 *
 * <p>Thread: one. Allocation: none.
 */
final class Candles {
    private final Bar[] bars = new Bar[Trades.INSTRUMENTS];
    private final Average[] averages = new Average[Trades.INSTRUMENTS];
    private final Averaged averaged = new Averaged();
    private final Results results;
    private long start;
    private long end = Long.MIN_VALUE;

    Candles(final Results results) {
        this.results = results;
        for (int instrument = 0; instrument < Trades.INSTRUMENTS; instrument++) {
            bars[instrument] = new Bar();
            averages[instrument] = new Average();
        }
    }

    /** @param window length of a window, in the unit of {@code time} */
    void onLarge(final int instrument, final long time, final long price, final long size, final long window) {
        if (time >= end) {
            close();
            start = time - Math.floorMod(time, window);
            end = start + window;
        }
        bars[instrument].add(instrument, price, size);
    }

    private void close() {
        final long nanos = start < Trades.START ? start * 1_000_000 : start;
        for (int instrument = 0; instrument < Trades.INSTRUMENTS; instrument++) {
            final Bar bar = bars[instrument];
            if (bar.count > 0) {
                bar.start = nanos;
                averaged.set(bar, averages[instrument]);
                bar.clear();
                if (averaged.isUp()) {
                    results.up(averaged);
                } else {
                    results.down(averaged);
                }
            }
        }
    }
}
