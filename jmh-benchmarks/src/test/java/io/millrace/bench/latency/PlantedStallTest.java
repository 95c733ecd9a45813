package io.millrace.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.chain.Records;
import io.millrace.engine.run.FlowRun;
import io.millrace.engine.run.Layout;
import io.millrace.engine.run.RunConfig;
import io.millrace.engine.run.WaitMode;
import io.millrace.engine.spi.InputLog;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.agrona.concurrent.EpochNanoClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the harness sees what it is there to see: all that a stall delayed, and nothing where there is none. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class PlantedStallTest {
    private static final long RATE = 100_000;
    private static final long INTERVAL = 10_000;
    private static final long STALL = 10_000_000;
    private static final long STALLED_DUE = STALL / INTERVAL;
    private static final long NEVER = Long.MAX_VALUE;

    @Test
    void countsForEveryRecordThatWasDueMeanwhile() throws InterruptedException {
        final Histogram latencies = run(new ConstantArrivals(RATE), 500_000_000);
        assertThat(latencies.getTotalCount()).isEqualTo(RATE);
        assertThat(above(latencies, INTERVAL)).isBetween(STALLED_DUE - 5, STALLED_DUE + 50);
        assertThat(above(latencies, STALL / 2)).isBetween(STALLED_DUE / 2 - 5, STALLED_DUE / 2 + 50);
        assertThat(latencies.getMaxValue()).isBetween(STALL - INTERVAL, STALL + STALL / 10);
    }

    @Test
    void isNotThereWithoutOne() throws InterruptedException {
        final Histogram latencies = run(new ConstantArrivals(RATE), NEVER);
        assertThat(latencies.getTotalCount()).isEqualTo(RATE);
        assertThat(above(latencies, INTERVAL)).isZero();
    }

    @Test
    void isTheQueueWithinABurst() throws InterruptedException {
        final Histogram alone = run(new ConstantArrivals(RATE), NEVER);
        final Histogram bursts = run(new BurstArrivals(RATE, 100), NEVER);
        assertThat(bursts.getTotalCount()).isEqualTo(RATE);
        assertThat(bursts.getValueAtPercentile(99)).isGreaterThan(10 * alone.getValueAtPercentile(99));
    }

    /** A second of records through the flow that is measured, by a clock that only its one thread moves. */
    private static Histogram run(final Arrivals arrivals, final long stallAfter) throws InterruptedException {
        final Schedule schedule = new Schedule(arrivals, 0, 1);
        final SteppingClock clock = new SteppingClock(stallAfter);
        final PlannedFeed feed = new PlannedFeed(schedule, clock, new Records(42).stamp());
        final LatencySink sink = new LatencySink(schedule, feed, clock);
        final RunConfig config =
                new RunConfig().layout(Layout.FUSED).waitMode(WaitMode.SPIN).clock(clock);
        try (FlowRun run = FlowRun.live(LatencyCase.flow(feed, sink), InputLog.NONE, config)) {
            run.start();
            run.await();
        }
        final Histogram sum = new Histogram(3);
        sink.intervals().forEach(sum::add);
        return sum;
    }

    private static long above(final Histogram latencies, final long nanos) {
        return latencies.getCountBetweenValues(latencies.nextNonEquivalentValue(nanos), Long.MAX_VALUE);
    }

    /** Goes on by a little at each look, and once by a stall. */
    private static final class SteppingClock implements EpochNanoClock {
        private static final long START = 1_700_000_000_000_000_000L;
        private static final long STEP = 200;

        private final long stallAfter;
        private long passed;
        private boolean stalled;

        SteppingClock(final long stallAfter) {
            this.stallAfter = stallAfter;
        }

        @Override
        public long nanoTime() {
            passed += STEP;
            if (!stalled && passed > stallAfter) {
                stalled = true;
                passed += STALL;
            }
            return START + passed;
        }
    }
}
