package io.millrace.bench.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InWordsTest {
    @ParameterizedTest
    @CsvSource({
        "109, <= 1.10, 9 % slower",
        "84, <= 1.30, 16 % less time",
        "100.3, <= 1.10, as fast",
        "197, <= 3, 97 % slower",
        "210, <= 3, 2.1 x the time",
        "6455, none, 64.6 x the time",
        "30, >= 3, 3.3 x as fast",
        "50, >= 3, 2 x as fast",
        "125, >= 3, 25 % slower"
    })
    void saysWhatTheSubjectIsBesideItsBaseline(final double nanos, final String target, final String words) {
        assertThat(InWords.of(SampleRatio.of(nanos, target))).isEqualTo(words);
    }

    @Test
    void saysWhetherTheTargetIsReached() {
        assertThat(InWords.target(SampleRatio.of(109, "<= 1.10"))).isEqualTo("reached: at most 10 % slower");
        assertThat(InWords.target(SampleRatio.of(50, ">= 3"))).isEqualTo("MISSED:  at least 3 x as fast");
        assertThat(InWords.target(SampleRatio.of(210, "<= 3"))).isEqualTo("reached: at most 3 x the time");
        assertThat(InWords.target(SampleRatio.of(210, "none"))).isEmpty();
    }
}
