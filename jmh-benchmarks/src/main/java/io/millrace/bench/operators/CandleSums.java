package io.millrace.bench.operators;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.market.Candle;
import java.time.Duration;

/** Adds up those candles that begin at a multiple of a length. */
final class CandleSums {
    private final long length;
    private long candles;
    private long trades;
    private long closes;
    private long volumes;

    CandleSums(final Duration length) {
        this.length = length.toNanos();
    }

    SinkFactory<Candle> sink() {
        return context -> new Sink<>() {
            @Override
            public void accept(final Candle candle) {
                if (candle.openTime() % length == 0) {
                    add(candle);
                }
            }

            @Override
            public void flush() {
                // Nothing is held back.
            }

            @Override
            public void close() {
                // Nothing to let go of.
            }
        };
    }

    private void add(final Candle candle) {
        candles++;
        trades += candle.trades();
        closes += candle.close();
        volumes += candle.volume().low();
    }

    boolean isEmpty() {
        return candles == 0;
    }

    /** Whether both have added up the same. */
    boolean isSame(final CandleSums other) {
        return toString().equals(other.toString());
    }

    @Override
    public String toString() {
        return candles + " candles, trades " + trades + ", closes " + closes + ", volumes " + volumes;
    }
}
