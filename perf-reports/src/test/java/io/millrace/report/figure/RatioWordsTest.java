package io.millrace.report.figure;

import static org.assertj.core.api.Assertions.assertThat;

import io.millrace.report.results.Ratio;
import io.millrace.report.results.Target;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RatioWordsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.07 | <= 1.10 | 1.07× | the time | ✓ reached",
                "1.1 | <= 1.10 | 1.10× | the time | ✓ reached",
                "1.104 | <= 1.10 | 1.104× | the time | ✗ missed",
                "1.1000001 | <= 1.10 | 1.1000001× | the time | ✗ missed",
                "2.996 | >= 3 | 2.996× | as fast | ✗ missed",
                "13.64 | >= 3 | 13.6× | as fast | ✓ reached",
                "217.3 | >= 3 | 217× | as fast | ✓ reached",
                "0.004 | none | 0.004× | the time | no target"
            })
    void neverRoundToTheOtherSideOfATarget(
            final double value, final String target, final String text, final String meaning, final String outcome) {
        final boolean cost = meaning.equals("the time");
        final Ratio ratio = new Ratio(
                "group",
                "name",
                value,
                Target.parse(target),
                new Ratio.Side("baseline", cost ? 10 : 10 * value),
                new Ratio.Side("subject", cost ? 10 * value : 10),
                5,
                "context");
        assertThat(RatioWords.value(ratio)).isEqualTo(text);
        assertThat(RatioWords.meaning(ratio)).isEqualTo(meaning);
        assertThat(RatioWords.outcome(ratio)).isEqualTo(outcome);
    }
}
