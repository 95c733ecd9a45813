package io.millrace.bench.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.child.Collector;
import io.millrace.bench.compare.Effort;
import io.millrace.bench.sweep.SweepPlan.JvmChoice;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class SweepPlanTest {
    private static final List<JvmChoice> JVMS = List.of(
            new JvmChoice(Path.of("/jdk/17"), Collector.SERIAL),
            new JvmChoice(Path.of("/jdk/17"), Collector.G1),
            new JvmChoice(Path.of("/jdk/25"), Collector.SERIAL),
            new JvmChoice(Path.of("/jdk/25"), Collector.Z));

    @Test
    void comparesEachJvmOnce() {
        final SweepPlan plan = SweepPlan.of(Effort.FULL, JVMS);
        assertThat(plan.cases().stream().filter(each -> each.study() == Study.JVMS))
                .extracting(each -> new JvmChoice(each.jdk(), each.collector()))
                .containsExactlyElementsOf(JVMS);
    }

    @Test
    void comparesAllElseOnTheFirst() {
        for (final Effort effort : Effort.values()) {
            assertThat(SweepPlan.of(effort, JVMS).cases().stream().filter(each -> each.study() != Study.JVMS))
                    .allMatch(each -> each.jdk().equals(Path.of("/jdk/17")) && each.collector() == Collector.SERIAL);
        }
    }

    @Test
    void hasABoundedNumberOfCasesEachWithFilesOfItsOwn() {
        final List<SweepCase> full = SweepPlan.of(Effort.FULL, JVMS).cases();
        assertThat(full).hasSizeLessThanOrEqualTo(22);
        assertThat(full).extracting(SweepCase::name).doesNotHaveDuplicates();
        assertThat(SweepPlan.of(Effort.QUICK, JVMS).cases()).hasSizeLessThan(full.size());
        assertThat(SweepPlan.of(Effort.SMOKE, JVMS).cases()).hasSize(1);
    }

    @Test
    void raisesRates() {
        for (final Effort effort : Effort.values()) {
            assertThat(SweepPlan.of(effort, JVMS).rates()).isSorted().doesNotHaveDuplicates();
        }
    }

    @Test
    void tellsItsProcessesWhatToMeasure() {
        assertThat(SweepPlan.of(Effort.FULL, JVMS).cases())
                .allSatisfy(
                        each -> assertThat(SweepCase.parse(each.arguments())).isEqualTo(each));
    }
}
