package io.millrace.bench.socket;

import io.millrace.bench.flow.ItemSink;
import io.millrace.engine.spi.SinkFactory;
import io.millrace.operators.market.Quote;
import java.util.function.ToLongFunction;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Takes how long events were on their way, once the warm-up is over.
 *
 * <p>Thread: the stage's; read by others when the flow has ended, but for {@link #tickers}. Allocation: none.
 */
final class Arrivals {
    private static final long GREATEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;

    private final EpochNanoClock clock;
    private final StretchTape tape;
    private final PlannedTickers planned;
    private final double pace;
    private final long warmUpNanos;
    private final Histogram fromReceive = new Histogram(GREATEST_NANOS, DIGITS);
    private final Histogram fromIntended = new Histogram(GREATEST_NANOS, DIGITS);
    private volatile int tickers;

    Arrivals(
            final EpochNanoClock clock,
            final StretchTape tape,
            final PlannedTickers planned,
            final double pace,
            final long warmUpNanos) {
        this.clock = clock;
        this.tape = tape;
        this.planned = planned;
        this.pace = pace;
        this.warmUpNanos = warmUpNanos;
    }

    /** A sink of events of any kind. */
    <T> SinkFactory<T> events(final ToLongFunction<T> receiveTime) {
        return ItemSink.to(event -> received(receiveTime.applyAsLong(event), clock.nanoTime()));
    }

    /** The sink of tickers, whose planned times are known. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
    SinkFactory<Quote> tickers(final ToLongFunction<Quote> receiveTime) {
        return ItemSink.to(quote -> {
            final long now = clock.nanoTime();
            received(receiveTime.applyAsLong(quote), now);
            final long due = tape.begunAt() + (long) (planned.offset(tickers) / pace);
            if (due >= tape.begunAt() + warmUpNanos) {
                fromIntended.recordValue(inRange(now - due));
            }
            tickers++;
        });
    }

    private void received(final long receiveTime, final long now) {
        if (receiveTime >= tape.begunAt() + warmUpNanos) {
            fromReceive.recordValue(inRange(now - receiveTime));
        }
    }

    private static long inRange(final long latency) {
        return Math.max(0, Math.min(latency, GREATEST_NANOS));
    }

    /** Tickers that have come. */
    int tickers() {
        return tickers;
    }

    Histogram fromReceive() {
        return fromReceive;
    }

    Histogram fromIntended() {
        return fromIntended;
    }
}
