package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.RunLoad;
import io.millrace.report.support.SampleMeasured;
import io.millrace.report.support.SampleRuns;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;

class HeldRateTest {
    private final List<LatencyRun> runs = new ArrayList<>();
    private final List<List<Histogram>> latencies = new ArrayList<>();

    @Test
    void isTheLastBeforeTheFirstThatBreaks() {
        run(1_000, 1_000, 200);
        run(2_000, 2_000, 900_000);
        run(3_000, 3_000, 1_100_000);
        run(4_000, 4_000, 300);
        assertThat(held().rate()).isEqualTo("2 k/s");
        assertThat(held().breaking()).startsWith("p99 is 1.1 ms at 3 k/s");
    }

    @Test
    void isNotKeptWhereTooLittleIsSent() {
        run(1_000, 990, 200);
        run(2_000, 1_979, 200);
        assertThat(held().rate()).isEqualTo("1 k/s");
        assertThat(held().breaking()).isEqualTo("only 1.98 k/s sent at 2 k/s");
    }

    @Test
    void mayBeTheHighest() {
        run(1_000, 1_000, 200);
        assertThat(held().rate()).isEqualTo("1 k/s");
        assertThat(held().breaking()).isEqualTo("nothing up to the highest rate");
    }

    @Test
    void mayBeNone() {
        run(1_000, 1_000);
        assertThat(held().rate()).isEqualTo("none");
        assertThat(held().breaking()).isEqualTo("nothing came at 1 k/s");
    }

    private void run(final long rate, final long sentPerSecond, final long... nanos) {
        runs.add(SampleRuns.run("fused", rate)
                .load(new RunLoad(rate, 10, sentPerSecond * 10, 0))
                .build());
        latencies.add(SampleRuns.values(nanos));
    }

    private HeldRate held() {
        return HeldRate.of(FlowRuns.of(SampleMeasured.ofEach(runs, latencies))
                .get(0)
                .series()
                .get(0));
    }
}
