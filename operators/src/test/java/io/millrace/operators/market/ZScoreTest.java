package io.millrace.operators.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.engine.item.ItemType;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ZScoreTest {
    private static final int PERIOD = 20;
    private static final ItemType<ZScore, ZScore> TYPE = ZScore.over(PERIOD);

    private static double score(final double[] before, final double input) {
        final double mean = Arrays.stream(before).average().orElseThrow();
        final double variance = Arrays.stream(before)
                .map(value -> (value - mean) * (value - mean))
                .average()
                .orElseThrow();
        return (input - mean) / Math.sqrt(variance);
    }

    @Test
    void isNotKnownBeforeItsPeriodIsFull() {
        final ZScore score = ZScore.over(3).create();
        assertThat(score.add(1)).isNaN();
        assertThat(score.add(2)).isNaN();
        assertThat(score.add(3)).isNaN();
        assertThat(score.add(4)).isEqualTo(2 / Math.sqrt(2 / 3.0));
    }

    @Test
    void leavesTheInputItselfOut() {
        final ZScore score = ZScore.over(2).create();
        score.add(-1);
        score.add(1);
        assertThat(score.add(1_000)).isEqualTo(1_000);
    }

    @Test
    void isNotKnownIfAllInputsBeforeWereEqual() {
        final ZScore score = ZScore.over(2).create();
        score.add(5);
        score.add(5);
        assertThat(score.add(6)).isNaN();
    }

    @Test
    void agreesWithItsFormula() {
        final double[] inputs = new Random(1).doubles(500, -100, 100).toArray();
        final ZScore score = TYPE.create();
        for (int i = 0; i < inputs.length; i++) {
            final double found = score.add(inputs[i]);
            if (i >= PERIOD) {
                assertThat(found).isCloseTo(score(Arrays.copyOfRange(inputs, i - PERIOD, i), inputs[i]), within(1e-9));
            }
        }
    }

    /** Theirs includes the input in its period. */
    @Test
    void agreesWithCalculatedIndicators() throws IOException {
        final double[] closes = Indicators.closes();
        final double[] expected = Indicators.values("bb", "zScore");
        assertThat(expected).hasSameSizeAs(closes);
        for (int i = PERIOD - 1; i < closes.length; i++) {
            final ZScore score = TYPE.create();
            for (int k = i - PERIOD + 1; k <= i; k++) {
                score.add(closes[k]);
            }
            assertThat(score.add(closes[i])).as("at %d", i).isCloseTo(expected[i], within(1e-9));
        }
    }

    @Test
    void goesOnAfterItWasEncoded() {
        ZScore copied = TYPE.create();
        final ZScore score = TYPE.create();
        for (int i = 0; i < 3 * PERIOD; i++) {
            final double input = i * i % 17;
            assertThat((Double) copied.add(input)).isEqualTo((Double) score.add(input));
            copied = Indicators.copy(TYPE, copied);
        }
    }
}
