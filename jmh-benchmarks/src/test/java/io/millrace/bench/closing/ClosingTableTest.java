package io.millrace.bench.closing;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.machine.MachineContext;
import io.millrace.report.results.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClosingTableTest {
    private static final int WIDTH = 120;

    private final MachineContext context = MachineContext.capture().withCommit("abc");
    private final List<Ratio> ratios = List.of(SampleRatio.of(109, "<= 1.10"), SampleRatio.of(20, ">= 3"));

    private String table(final boolean rough, final MachineLoad load) {
        return String.join("\n", new ClosingTable(rough).of(context, ratios, List.of(), load));
    }

    @Test
    void tellsEachComparisonInWordsWithItsCostAndItsTarget() {
        final String table = table(true, new MachineLoad(true, 0.5, 0));
        assertThat(table)
                .contains("Millrace abc on ")
                .containsOnlyOnce("Group: flow, against by hand")
                .containsPattern("109.0 beside 100, <= 1.10 +109 +100 +9 % slower +reached: at most 10 % slower")
                .containsPattern("20.0 beside 100, >= 3 +20.0 +100 +5 x as fast +reached: at least 3 x as fast")
                .contains("How to read it", "A quick look is rough", "not seen (0.5 % of the processors' time)");
        assertThat(table.lines()).allMatch(line -> line.length() <= WIDTH);
    }

    @Test
    void warnsOfWhatWasSeen() {
        assertThat(table(false, new MachineLoad(true, 40, 2.5)))
                .contains("SEEN, 40.0 % of the processors' time", "SEEN, 2.5 % of the processors' time")
                .doesNotContain("quick look");
        assertThat(table(false, MachineLoad.UNKNOWN)).contains("does not tell");
    }
}
