package io.millrace.report.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TargetTest {
    @ParameterizedTest
    @CsvSource({
        "<= 1.10, 1.10, true",
        "<= 1.10, 1.11, false",
        "< 1.10, 1.10, false",
        "< 1.10, 1.09, true",
        ">= 3, 3, true",
        ">= 3, 2.99, false",
        "> 3, 3, false",
        ">3, 3.01, true",
        "none, 1, false"
    })
    void isReachedOnItsOwnSide(final String target, final double ratio, final boolean reached) {
        assertThat(Target.parse(target).isReachedBy(ratio)).isEqualTo(reached);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "1.10", "= 1", "<= ", "<= -1", ">= 1e3", "at most 2", ">= 3x"})
    void refusesWhatIsNoTarget(final String text) {
        assertThatThrownBy(() -> Target.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("target");
    }

    @Test
    void isWrittenInOneForm() {
        assertThat(Target.parse(" <=1.10 ")).hasToString("<= 1.10");
        assertThat(Target.parse("<=1.10").symbols()).isEqualTo("≤ 1.10");
        assertThat(Target.parse(">= 3").symbols()).isEqualTo("≥ 3");
        assertThat(Target.parse("none").isSet()).isFalse();
    }
}
