package io.millrace.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalsTest {
    private static final long SECOND = 1_000_000_000;

    @TempDir
    private Path directory;

    @Test
    void atAConstantRateAreTheSameTimeApart() {
        final Arrivals arrivals = new ConstantArrivals(4);
        assertThat(due(arrivals, 5)).containsExactly(0, SECOND / 4, SECOND / 2, SECOND * 3 / 4, SECOND);
    }

    @Test
    void inBurstsAreDueTogetherAtTheSameAverageRate() {
        final Arrivals arrivals = new BurstArrivals(4, 2);
        assertThat(due(arrivals, 5)).containsExactly(0, 0, SECOND / 2, SECOND / 2, SECOND);
        assertThat(arrivals.ratePerSecond()).isEqualTo(4);
    }

    @Test
    void recordedOnesComeWhenFramesWereReceivedAndOverAgain() throws IOException {
        final RecordedArrivals arrivals = RecordedArrivals.of(capture(1_000, 1_000, 1_600, 4_000));
        // Four frames in 3,000 ns: the first comes again 1,000 ns behind the last.
        assertThat(due(arrivals, 9)).containsExactly(0, 0, 600, 3_000, 4_000, 4_000, 4_600, 7_000, 8_000);
        assertThat(arrivals.ratePerSecond()).isEqualTo(SECOND / 1_000);
    }

    @Test
    void recordedOnesCanBeFaster() throws IOException {
        final RecordedArrivals arrivals =
                RecordedArrivals.of(capture(1_000, 1_000, 1_600, 4_000)).at(10);
        assertThat(due(arrivals, 5)).containsExactly(0, 0, 60, 300, 400);
        assertThat(arrivals.ratePerSecond()).isEqualTo(SECOND / 100);
    }

    @Test
    void recordedOnesNeverGoBack() throws IOException {
        assertThat(due(RecordedArrivals.of(capture(1_000, 3_000, 2_000, 4_000)), 4))
                .containsExactly(0, 2_000, 2_000, 3_000);
    }

    @Test
    void needAFrame() throws IOException {
        final Path empty = Files.writeString(directory.resolve("empty"), "");
        assertThatThrownBy(() -> RecordedArrivals.of(empty))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no frames");
    }

    @Test
    void areCountedFromTheEndOfTheWarmUp() {
        final Schedule schedule = new Schedule(new ConstantArrivals(10), 2, 3);
        assertThat(schedule.total()).isEqualTo(50);
        assertThat(schedule.measured()).isEqualTo(30);
        assertThat(schedule.due(20)).isEqualTo(schedule.measuredFrom());
        assertThat(schedule.due(50)).isEqualTo(schedule.end());
    }

    @Test
    void ofABurstAreAllWithinTheWindowOrNone() {
        final Schedule schedule = new Schedule(new BurstArrivals(10, 4), 1, 1);
        // Bursts at 0, 0.4, 0.8, 1.2, 1.6 and, too late, 2 seconds.
        assertThat(schedule.total()).isEqualTo(20);
        assertThat(schedule.measured()).isEqualTo(8);
    }

    private Path capture(final long... receiveTimes) throws IOException {
        final StringBuilder lines = new StringBuilder();
        for (final long time : receiveTimes) {
            lines.append(1_723_161_255_000_000_000L + time).append(" {\"a\":1}\n");
        }
        return Files.writeString(directory.resolve("capture"), lines);
    }

    private static long[] due(final Arrivals arrivals, final int count) {
        return LongStream.range(0, count).map(arrivals::due).toArray();
    }
}
