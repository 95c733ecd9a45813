package io.millrace.bench.guard;

import static io.millrace.bench.guard.SampleRatio.cost;
import static io.millrace.bench.guard.SampleRatio.ofOtherWork;
import static io.millrace.bench.guard.SampleRatio.speed;
import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.bench.guard.Finding.Verdict;
import io.millrace.report.results.Ratio;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    private final Judge judge =
            new Judge(List.of(cost("cost", 1.0), speed("speed", 4.0), ofOtherWork("other", 4.0), cost("turned", 1.0)));

    private Verdict verdict(final Ratio measured) {
        return judge.judge(measured).verdict();
    }

    @Test
    void aCostIsLostWhenItHasGrownByMoreThanAQuarter() {
        assertThat(verdict(cost("cost", 1.24))).isEqualTo(Verdict.HELD);
        assertThat(verdict(cost("cost", 1.26))).isEqualTo(Verdict.LOST);
        assertThat(verdict(cost("cost", 0.5))).isEqualTo(Verdict.HELD);
    }

    @Test
    void aSpeedIsLostWhenItHasShrunkByMoreThanAQuarter() {
        assertThat(verdict(speed("speed", 3.01))).isEqualTo(Verdict.HELD);
        assertThat(verdict(speed("speed", 2.99))).isEqualTo(Verdict.LOST);
        assertThat(verdict(speed("speed", 8))).isEqualTo(Verdict.HELD);
    }

    @Test
    void tellsHowMuchIsLost() {
        assertThat(judge.judge(cost("cost", 1.5)).lossPercent()).isEqualTo(50);
        assertThat(judge.judge(speed("speed", 1)).lossPercent()).isEqualTo(75);
        assertThat(judge.judge(speed("speed", 5)).lossPercent()).isEqualTo(-25);
    }

    @Test
    void whatIsNotCheckedInIsNamedAndNotJudged() {
        final Finding finding = judge.judge(cost("new", 9));
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_JUDGED);
        assertThat(finding.title()).isEqualTo("Chain of operators: new");
        assertThat(finding.reason()).contains("not among the checked-in ratios");
    }

    @Test
    void otherWorkAndOtherMeaningsAreNotCompared() {
        assertThat(judge.judge(speed("other", 1)).reason()).contains("ten trades", "a million trades");
        assertThat(judge.judge(speed("turned", 3)).reason()).contains("other way round");
    }

    @Test
    void whatIsNoLongerMeasuredIsNamed() {
        assertThat(judge.missing(Piece.CHAIN, List.of(cost("cost", 1), speed("speed", 4), speed("other", 4))))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.title()).contains("turned");
                    assertThat(finding.reason()).contains("no longer measured");
                });
        assertThat(judge.missing(Piece.HOP, List.of())).isEmpty();
    }
}
