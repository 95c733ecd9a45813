package io.millrace.bench.latency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class SteadyStateTest {
    @Test
    void beginsWithTheFirstOfTheLastSlicesThatAreNear() {
        assertThat(SteadyState.from(slices(900, 210, 300, 190, 200, 239), median(200)))
                .hasValue(3);
    }

    @Test
    void isThereFromTheStartIfNothingWasSlow() {
        assertThat(SteadyState.from(slices(200, 201, 199), median(200))).hasValue(0);
    }

    @Test
    void isNeverReachedIfTheLastSliceIsOff() {
        assertThat(SteadyState.from(slices(200, 200, 300), median(200))).isEmpty();
    }

    @Test
    void passesOverSlicesInWhichNothingCame() {
        final List<Histogram> slices = List.of(median(900), new Histogram(3), median(200), new Histogram(3));
        assertThat(SteadyState.from(slices, median(200))).hasValue(2);
    }

    @Test
    void isUnknownIfNothingWasMeasured() {
        assertThat(SteadyState.from(slices(200), new Histogram(3))).isEmpty();
    }

    @Test
    void slicesBeginWhereTheMeasuredWindowDoes() {
        for (final int[] seconds :
                new int[][] {{3, 10}, {1, 1}, {2, 5}, {10, 600}, {0, 1}, {5, 20}, {7, 600}, {1, 600}}) {
            final Schedule schedule = new Schedule(new ConstantArrivals(10), seconds[0], seconds[1]);
            final Slices slices = Slices.of(schedule);
            assertThat(slices.firstMeasured() * slices.width())
                    .as(Arrays.toString(seconds))
                    .isEqualTo(schedule.measuredFrom());
            assertThat((slices.count() - 1) * slices.width()).isLessThan(schedule.end());
            assertThat(slices.count() * slices.width()).isGreaterThanOrEqualTo(schedule.end());
            assertThat(slices.at(schedule.end() + 1)).isEqualTo(slices.count() - 1);
        }
        assertThat(Slices.of(new Schedule(new ConstantArrivals(10), 10, 600)).count())
                .isEqualTo(61);
    }

    private static List<Histogram> slices(final long... medians) {
        return Arrays.stream(medians).mapToObj(SteadyStateTest::median).toList();
    }

    private static Histogram median(final long nanos) {
        final Histogram histogram = new Histogram(3);
        histogram.recordValue(nanos / 2);
        histogram.recordValue(nanos);
        histogram.recordValue(nanos * 2);
        return histogram;
    }
}
