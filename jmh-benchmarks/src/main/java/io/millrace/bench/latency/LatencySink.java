package io.millrace.bench.latency;

import io.millrace.engine.spi.Sink;
import io.millrace.engine.spi.SinkFactory;
import java.util.ArrayList;
import java.util.List;
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
    private static final int INTERVALS = 2;

    private final PlannedFeed feed;
    private final EpochNanoClock clock;
    private final long measuredFrom;
    private final long intervalNanos;
    private final Histogram[] intervals = new Histogram[INTERVALS];

    LatencySink(final Schedule schedule, final PlannedFeed feed, final EpochNanoClock clock) {
        this.feed = feed;
        this.clock = clock;
        this.measuredFrom = schedule.measuredFrom();
        this.intervalNanos = (schedule.end() - schedule.measuredFrom()) / INTERVALS;
        for (int i = 0; i < INTERVALS; i++) {
            intervals[i] = new Histogram(GREATEST_NANOS, DIGITS);
        }
    }

    SinkFactory<Tick> factory() {
        return context -> this;
    }

    @Override
    public void accept(final Tick tick) {
        final long latency = clock.nanoTime() - tick.due;
        final long into = tick.due - feed.start() - measuredFrom;
        if (into >= 0) {
            final int interval = (int) Math.min(INTERVALS - 1, into / intervalNanos);
            intervals[interval].recordValue(Math.max(0, Math.min(latency, GREATEST_NANOS)));
        }
    }

    /** Latencies in nanoseconds, one histogram for each half of the measured time. */
    List<Histogram> intervals(final long measuredFromEpochMillis) {
        final List<Histogram> all = new ArrayList<>();
        for (int i = 0; i < INTERVALS; i++) {
            final Histogram histogram = intervals[i];
            histogram.setStartTimeStamp(measuredFromEpochMillis + i * intervalNanos / 1_000_000);
            histogram.setEndTimeStamp(measuredFromEpochMillis + (i + 1) * intervalNanos / 1_000_000);
            all.add(histogram);
        }
        return all;
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
