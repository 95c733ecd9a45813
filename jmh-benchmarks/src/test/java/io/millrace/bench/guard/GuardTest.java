package io.millrace.bench.guard;

import static io.millrace.bench.guard.SampleRatio.cost;
import static io.millrace.bench.guard.SampleRatio.speed;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.closing.MachineWatch;
import io.millrace.report.results.Ratio;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuardTest {
    private final Judge judge = new Judge(List.of(cost("a", 1.0), speed("b", 4.0)));
    private final List<String> progress = new ArrayList<>();
    private int measurements;

    /** What the guard finds if measurements give this, one after the other. */
    private List<Finding> watch(final List<List<Ratio>> attempts) {
        final Deque<List<Ratio>> left = new ArrayDeque<>(attempts);
        final Guard guard = new Guard(
                judge,
                piece -> {
                    measurements++;
                    return left.removeFirst();
                },
                progress::add);
        return guard.watch(List.of(Piece.CHAIN));
    }

    private static String report(final List<Finding> findings) {
        return String.join("\n", new GuardReport().of(findings, "abc", new MachineWatch().load()));
    }

    @Test
    void whatHoldsIsMeasuredOnce() {
        final List<Finding> findings = watch(List.of(List.of(cost("a", 1.1), speed("b", 3.9))));
        assertThat(measurements).isEqualTo(1);
        assertThat(GuardReport.isGood(findings)).isTrue();
        assertThat(report(findings)).contains("2 ratios hold against those of commit abc");
    }

    @Test
    void whatIsLostOnceIsNoise() {
        final List<Finding> findings =
                watch(List.of(List.of(cost("a", 2), speed("b", 4)), List.of(cost("a", 1.05), speed("b", 1))));
        assertThat(measurements).isEqualTo(2);
        assertThat(progress).anyMatch(line -> line.contains("once more") && line.contains("Chain of operators: a"));
        assertThat(GuardReport.isGood(findings)).isTrue();
        assertThat(findings).extracting(finding -> finding.ratio().value()).containsExactly(1.05, 4.0);
    }

    @Test
    void whatIsLostEachTimeIsLostWithItsBestFigure() {
        final List<Finding> findings = watch(List.of(
                List.of(cost("a", 2), speed("b", 4)),
                List.of(cost("a", 1.6), speed("b", 4)),
                List.of(cost("a", 1.8), speed("b", 4))));
        assertThat(measurements).isEqualTo(3);
        assertThat(GuardReport.isGood(findings)).isFalse();
        assertThat(report(findings))
                .containsPattern("Chain of operators: a +1.00 +1.60 +LOST 60 %")
                .contains("1 of 2 ratios lost more than 25 %", "git log abc..", "--reference");
    }

    @Test
    void whatCannotBeJudgedIsNamedAndIsNoPassByItself() {
        final List<Finding> findings = watch(List.of(List.of(cost("new", 1))));
        assertThat(GuardReport.isGood(findings)).isFalse();
        assertThat(report(findings))
                .contains(
                        "Not judged",
                        "Chain of operators: new: not among the checked-in ratios",
                        "Chain of operators: a: checked in, but no longer measured",
                        "Nothing could be judged");
        assertThat(GuardReport.isGood(watch(List.of(List.of(cost("new", 1), cost("a", 1), speed("b", 4))))))
                .isTrue();
    }
}
