package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.LatencyRun;
import io.millrace.report.support.SampleMeasured;
import io.millrace.report.support.SampleRuns;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlowRunsTest {
    @Test
    void makeOneSeriesOfRunsThatDifferOnlyInRate() {
        final FlowRuns flow = only(
                SampleRuns.run("fused", 500_000).build(),
                SampleRuns.run("threaded", 100_000).build(),
                SampleRuns.run("fused", 100_000).build());
        assertThat(flow.rates()).containsExactly(100_000L, 500_000L);
        assertThat(flow.at(100_000)).hasSize(2);
        assertThat(flow.series()).extracting(Series::label).containsExactlyInAnyOrder("fused", "threaded");
        assertThat(flow.series()
                        .get(flow.seriesOf(flow.at(500_000).get(0)).index())
                        .runs())
                .hasSize(2);
    }

    @Test
    void nameSeriesByWhatSetsThemApart() {
        final FlowRuns flow = only(
                SampleRuns.run("fused", 1000).build(),
                SampleRuns.run("fused", 1000).journal("off").build(),
                SampleRuns.run("fused", 1000).jvm("Serial", "25.0.3").build());
        assertThat(flow.series())
                .extracting(Series::label)
                .containsExactly(
                        "fused, journal memory-mapped, JDK 17.0.15+6",
                        "fused, journal off, JDK 17.0.15+6",
                        "fused, journal memory-mapped, JDK 25.0.3");
    }

    @Test
    void keepFlowsApart() {
        final List<FlowRuns> flows = FlowRuns.of(SampleMeasured.of(
                List.of(
                        SampleRuns.run("fused", 1000).build(),
                        SampleRuns.run("fused", 1000).flow("pass through").build()),
                SampleRuns.values(1)));
        assertThat(flows).extracting(FlowRuns::title).containsExactly("tee: 1 s candle, z-score", "pass through");
        assertThat(flows).allSatisfy(flow -> assertThat(flow.runs()).hasSize(1));
    }

    @Test
    void keepArrivalsAndStudiesApartAndTheUsualRunsInFront() {
        final List<FlowRuns> flows = FlowRuns.of(SampleMeasured.of(
                List.of(
                        SampleRuns.run("fused", 1000).study("Sweep").build(),
                        SampleRuns.run("fused", 1000).arrivals("bursts of 100").build(),
                        SampleRuns.run("fused", 1000).build()),
                SampleRuns.values(1)));
        assertThat(flows)
                .extracting(FlowRuns::title)
                .containsExactly(
                        "tee: 1 s candle, z-score",
                        "tee: 1 s candle, z-score; arrivals: bursts of 100",
                        "Sweep: tee: 1 s candle, z-score");
    }

    private static FlowRuns only(final LatencyRun... runs) {
        final List<FlowRuns> flows = FlowRuns.of(SampleMeasured.of(List.of(runs), SampleRuns.values(1)));
        assertThat(flows).hasSize(1);
        return flows.get(0);
    }
}
