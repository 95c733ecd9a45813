package io.millrace.bench.chain;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.market.Candle;
import io.millrace.operators.market.Trade;

/** Adds up what comes: the cheapest sink that can tell whether two runs gave the same. */
final class Tally {
    double sum;
    double most;

    void add(final double value) {
        sum += value;
    }

    void max(final double value) {
        most = Math.max(most, value);
    }

    SinkFactory<Score> prices() {
        return context -> new TallySink<>(this) {
            @Override
            public void accept(final Score item) {
                tally.add(item.price);
            }
        };
    }

    SinkFactory<Score> scores() {
        return context -> new TallySink<>(this) {
            @Override
            public void accept(final Score item) {
                tally.add(item.score);
            }
        };
    }

    SinkFactory<Candle> closes() {
        return context -> new TallySink<>(this) {
            @Override
            public void accept(final Candle item) {
                tally.add((double) item.close());
            }
        };
    }

    SinkFactory<Trade> trades() {
        return context -> new TallySink<>(this) {
            @Override
            public void accept(final Trade item) {
                tally.add((double) item.price());
            }
        };
    }

    @Override
    public String toString() {
        return "sum " + sum + ", most " + most;
    }

    private abstract static class TallySink<T> implements Sink<T> {
        final Tally tally;

        TallySink(final Tally tally) {
            this.tally = tally;
        }

        @Override
        public final void flush() {
            // Nothing is held back.
        }

        @Override
        public final void close() {
            // Nothing to let go of.
        }
    }
}
