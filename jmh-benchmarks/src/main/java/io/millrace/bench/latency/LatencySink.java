package io.millrace.bench.latency;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import java.util.List;
import java.util.OptionalLong;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.EpochNanoClock;

/**
 * Takes the time from when a tick was due to when it came here.
 *
 * <p>Thread: the stage's; the histograms may be read when the flow has ended. Allocation: none.
 */
final class LatencySink implements Sink<Tick> {
    private static final long GREATEST_NANOS = 60_000_000_000L;
    private static final int DIGITS = 3;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final PlannedFeed feed;
    private final EpochNanoClock clock;
    private final Slices slices;
    private final Histogram[] latencies;

    LatencySink(final Schedule schedule, final PlannedFeed feed, final EpochNanoClock clock) {
        this.feed = feed;
        this.clock = clock;
        this.slices = Slices.of(schedule);
        this.latencies = new Histogram[slices.count()];
        for (int i = 0; i < latencies.length; i++) {
            latencies[i] = new Histogram(GREATEST_NANOS, DIGITS);
        }
    }

    SinkFactory<Tick> factory() {
        return context -> this;
    }

    @Override
    public void accept(final Tick tick) {
        final long latency = clock.nanoTime() - tick.due;
        latencies[slices.at(tick.due - feed.start())].recordValue(Math.max(0, Math.min(latency, GREATEST_NANOS)));
    }

    /** What was measured, in nanoseconds, one histogram for each half of the measured time. */
    List<Histogram> intervals() {
        final int middle = (slices.firstMeasured() + slices.count()) / 2;
        return List.of(sum(slices.firstMeasured(), middle), sum(middle, slices.count()));
    }

    /** Nanoseconds from the first trade to steady state, see {@link SteadyState}; empty if it was never reached. */
    OptionalLong steadyAfter() {
        return SteadyState.from(List.of(latencies), sum(slices.firstMeasured(), slices.count())).stream()
                .map(slice -> slice * slices.width())
                .findFirst();
    }

    private Histogram sum(final int from, final int to) {
        final Histogram sum = new Histogram(GREATEST_NANOS, DIGITS);
        for (int i = from; i < to; i++) {
            sum.add(latencies[i]);
        }
        sum.setStartTimeStamp((feed.start() + from * slices.width()) / NANOS_PER_MILLI);
        sum.setEndTimeStamp((feed.start() + to * slices.width()) / NANOS_PER_MILLI);
        return sum;
    }

    @Override
    public void flush() {
        // Nothing is held back.
    }

    @Override
    public void close() {
        // The histograms stay.
    }
}
