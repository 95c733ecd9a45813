package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.MeasuredRun;
import io.millrace.report.support.SampleMeasured;
import io.millrace.report.support.SampleRuns;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PercentileTest {
    @Test
    void areThoseOfTheRecordedValues() {
        final MeasuredRun run = measured(LongStream.rangeClosed(1, 1000).toArray());
        assertThat(Percentile.P50.quote(run)).isEqualTo("0.500");
        assertThat(Percentile.P90.quote(run)).isEqualTo("0.900");
        assertThat(Percentile.P99.quote(run)).isEqualTo("0.990");
    }

    @Test
    void areMarkedWhereTooFewRecordsLieAbove() {
        final MeasuredRun run = measured(LongStream.rangeClosed(1, 1000).toArray());
        assertThat(Percentile.P99.isThin(run)).as("ten above").isFalse();
        assertThat(Percentile.P99_9.isThin(run)).as("one above").isTrue();
    }

    @Test
    void areADashWhereNothingWasRecorded() {
        final MeasuredRun run = measured();
        assertThat(Percentile.P99.quote(run)).isEqualTo("–");
        assertThat(Percentile.P99.isThin(run)).isFalse();
    }

    private static MeasuredRun measured(final long... values) {
        return SampleMeasured.of(SampleRuns.run("fused", 1000).build(), SampleRuns.values(values));
    }
}
