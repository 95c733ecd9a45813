package io.millrace.report.plot;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.figure.FlowRuns;
import io.millrace.report.figure.Percentile;
import io.millrace.report.markup.Markup;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;
import io.millrace.report.support.SampleMeasured;
import io.millrace.report.support.SampleRuns;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlotsTest {
    private static final Pattern COORDINATES = Pattern.compile("[ML](-?[\\d.]+) (-?[\\d.]+)|[cx]=\"(-?[\\d.]+)\"");

    static Stream<List<Histogram>> histograms() {
        return Stream.of(
                SampleRuns.values(),
                SampleRuns.values(1_000),
                SampleRuns.values(0),
                SampleRuns.values(0, 0, 1, Long.MAX_VALUE / 4),
                SampleRuns.values(500, 500, 500),
                SampleRuns.intervals(1, 200, 1_000_000, 20_000));
    }

    @ParameterizedTest
    @MethodSource("histograms")
    void stayWithinTheirFrame(final List<Histogram> histograms) {
        final FlowRuns flow = flow(
                histograms,
                SampleRuns.run("fused", 1).build(),
                SampleRuns.run("fused", 1_000_000_000).build(),
                SampleRuns.run("threaded", 1_000).build());
        final Markup markup = new Markup();
        for (final long rate : flow.rates()) {
            new PercentilePlot(flow).draw(markup, rate);
        }
        for (final Percentile percentile : Percentile.OVER_RATES) {
            new RatePlot(flow).draw(markup, percentile);
        }
        final Matcher matcher = COORDINATES.matcher(markup.end());
        int found = 0;
        while (matcher.find()) {
            found++;
            final double x = Double.parseDouble(matcher.group(1) == null ? matcher.group(3) : matcher.group(1));
            final double y = matcher.group(2) == null ? 0 : Double.parseDouble(matcher.group(2));
            assertThat(x).isBetween(-1.0, Panel.WIDTH);
            assertThat(y).isBetween(-1.0, Panel.HEIGHT);
        }
        assertThat(found).isGreaterThan(20);
    }

    @Test
    void drawNoLineForARunWithoutRecords() {
        final Markup markup = new Markup();
        new PercentilePlot(
                        flow(SampleRuns.values(), SampleRuns.run("fused", 1000).build()))
                .draw(markup, 1000);
        assertThat(markup.end()).doesNotContain("class=\"line\"").doesNotContain("class=\"dot\"");
    }

    @Test
    void drawASingleRecordAsASinglePoint() {
        final Markup markup = new Markup();
        new PercentilePlot(flow(
                        SampleRuns.values(700), SampleRuns.run("fused", 1000).build()))
                .draw(markup, 1000);
        assertThat(markup.end())
                .doesNotContain("class=\"line\"")
                .containsOnlyOnce("class=\"dot\"")
                .contains("p50: 700 ns");
    }

    @Test
    void endALineWhereARunHasNoMoreRecords() {
        final long[] thousand = LongStream.rangeClosed(1, 1000).toArray();
        final Markup markup = new Markup();
        new PercentilePlot(flow(
                        SampleRuns.values(thousand),
                        SampleRuns.run("fused", 1000).build()))
                .draw(markup, 1000);
        assertThat(markup.end()).contains("p99.9: ").doesNotContain("p99.99: ");
    }

    @Test
    void leadThroughTheMedianOfRepeatedRuns() {
        final LatencyRun run = SampleRuns.run("fused", 1000).build();
        final FlowRuns flow = FlowRuns.of(SampleMeasured.ofEach(
                        List.of(run, run, run),
                        List.of(SampleRuns.values(900), SampleRuns.values(100), SampleRuns.values(300))))
                .get(0);
        assertThat(flow.series()).hasSize(1);
        final Markup markup = new Markup();
        new RatePlot(flow).draw(markup, Percentile.P50);

        final Matcher median =
                Pattern.compile("cy=\"([\\d.]+)\"[^>]*><title>[^<]*: 300 ns<").matcher(markup.end());
        assertThat(median.find()).isTrue();
        assertThat(markup.end()).containsPattern("class=\"line\" d=\"M[\\d.]+ " + median.group(1) + "\"");
        assertThat(markup.end().split("class=\"dot\"")).as("each run is shown").hasSize(4);
    }

    @Test
    void showWhetherATargetIsReachedByShapeToo() {
        assertThat(picture("<= 1.10", 1.07)).contains("class=\"hit\"").doesNotContain("class=\"miss\"");
        assertThat(picture("<= 1.10", 1.32)).contains("class=\"miss\"").doesNotContain("class=\"hit\"");
        assertThat(picture("none", 1.32)).contains("class=\"hit\"").doesNotContain("class=\"zone\"");
    }

    private static String picture(final String target, final double value) {
        final Ratio ratio = new Ratio(
                "g",
                "n",
                value,
                Target.parse(target),
                new Ratio.Side("a", 10),
                new Ratio.Side("b", 10 * value),
                3,
                "c");
        final Markup markup = new Markup();
        new RatioPlot(List.of(ratio)).draw(markup, ratio);
        return markup.end();
    }

    private static FlowRuns flow(final List<Histogram> histograms, final LatencyRun... runs) {
        return FlowRuns.of(SampleMeasured.of(List.of(runs), histograms)).get(0);
    }
}
