package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.machine.Machine;
import io.millrace.report.results.LatencyRun;
import io.millrace.report.results.RunLoad;
import io.millrace.report.results.RunStart;
import io.millrace.report.results.VmCost;
import io.millrace.report.support.SampleMeasured;
import io.millrace.report.support.SampleResults;
import io.millrace.report.support.SampleRuns;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MarkTest {
    private static final Machine MACHINE = SampleResults.context().machine();

    @Test
    void spareAQuietRun() {
        assertThat(marks(SampleRuns.run("fused", 1000).build())).isEmpty();
    }

    @Test
    void tellOfStealAboveATenthOfAPercent() {
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .stealPercent(OptionalDouble.of(0.1))
                        .build()))
                .isEmpty();
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .stealPercent(OptionalDouble.of(0.11))
                        .build()))
                .containsExactly(Mark.STEAL);
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .stealPercent(OptionalDouble.empty())
                        .build()))
                .containsExactly(Mark.STEAL_UNKNOWN);
    }

    @Test
    void tellOfForeignLoad() {
        assertThat(marks(SampleRuns.run("fused", 1000).foreignLoad(true).build()))
                .containsExactly(Mark.FOREIGN_LOAD);
    }

    @Test
    void tellOfThreadsThatLeaveNoCoreToTheSystem() {
        assertThat(MACHINE.processors()).isEqualTo(2);
        assertThat(marks(SampleRuns.run("threaded", 1000).threads(2, "yield").build()))
                .containsExactly(Mark.NO_SPARE_CORE);
    }

    @Test
    void tellOfARateThatWasNotKept() {
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .load(new RunLoad(1000, 10, 9_900, 0))
                        .build()))
                .isEmpty();
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .load(new RunLoad(1000, 10, 9_899, 0))
                        .build()))
                .containsExactly(Mark.FELL_BEHIND);
    }

    @Test
    void tellOfWhatTheJvmDid() {
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .collections(OptionalLong.of(1))
                        .vm(new VmCost(OptionalLong.of(1), OptionalLong.of(1), OptionalLong.of(9), OptionalLong.of(1)))
                        .build()))
                .containsExactly(Mark.COLLECTED, Mark.DEOPTIMISED);
    }

    @Test
    void tellOfARunThatNeverCameToRest() {
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .start(new RunStart(OptionalDouble.of(1), OptionalDouble.empty()))
                        .build()))
                .containsExactly(Mark.UNSTEADY);
    }

    @Test
    void accuseNoRunOfWhatNobodyLookedAt() {
        assertThat(marks(SampleRuns.run("fused", 1000)
                        .collections(OptionalLong.empty())
                        .vm(VmCost.UNKNOWN)
                        .start(RunStart.UNKNOWN)
                        .build()))
                .isEmpty();
    }

    private static List<Mark> marks(final LatencyRun run) {
        return Mark.of(SampleMeasured.of(run, SampleRuns.values(1)), MACHINE);
    }
}
