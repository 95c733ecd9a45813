package io.millrace.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.RunLoad;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class BreakingPointTest {
    private static final long PLANNED = 1_000;

    @Test
    void isNotThereWhileP99IsWithinAMillisecondAndTheScheduleIsKept() {
        assertThat(broken(true, 990, latencies(990, 999_000, 10, 50_000_000))).isEmpty();
    }

    @Test
    void isWhereP99OfTheWholeWindowIsOverAMillisecond() {
        assertThat(broken(true, PLANNED, latencies(989, 999_000, 11, 2_000_000)))
                .hasValueSatisfying(why -> assertThat(why).startsWith("p99 is"));
    }

    @Test
    void isWhereTheScheduleIsNotKept() {
        assertThat(broken(true, 989, latencies(1_000, 100, 0, 0))).hasValue("only 989 of 1000 trades sent in time");
    }

    @Test
    void isWhereTheRunWasGivenUp() {
        assertThat(broken(false, PLANNED, latencies(1_000, 100, 0, 0)))
                .hasValueSatisfying(why -> assertThat(why).contains("given up"));
    }

    private static Optional<String> broken(final boolean ended, final long sent, final List<Histogram> latencies) {
        return BreakingPoint.of(ended, PLANNED, new RunLoad(PLANNED, 1, sent, 0), latencies);
    }

    /** Some in one half, some in the other. */
    private static List<Histogram> latencies(
            final int count, final long nanos, final int others, final long otherNanos) {
        final Histogram first = new Histogram(60_000_000_000L, 3);
        first.recordValueWithCount(nanos, count);
        final Histogram second = new Histogram(60_000_000_000L, 3);
        if (others > 0) {
            second.recordValueWithCount(otherNanos, others);
        }
        return List.of(first, second);
    }
}
