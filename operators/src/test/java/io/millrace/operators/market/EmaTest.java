package io.millrace.operators.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.millrace.engine.item.ItemType;
import java.io.IOException;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EmaTest {
    private static final int PERIOD = 20;
    private static final ItemType<Ema, Ema> TYPE = Ema.over(PERIOD);

    @Test
    void isTheMeanUntilItsPeriodIsFull() {
        final Ema ema = Ema.over(3).create();
        ema.add(1);
        assertThat(ema.value()).isEqualTo(1);
        ema.add(2);
        assertThat(ema.value()).isEqualTo(1.5);
        assertThat(ema.isReady()).isFalse();
        ema.add(6);
        assertThat(ema.value()).isEqualTo(3);
        assertThat(ema.isReady()).isTrue();
    }

    @Test
    void thenMovesByTwoPartsOfItsPeriodAndOne() {
        final Ema ema = Ema.over(3).create();
        for (final double input : new double[] {1, 2, 6, 7, 3}) {
            ema.add(input);
        }
        assertThat(ema.value()).isEqualTo((3 + 7) / 2.0 / 2 + 3 / 2.0);
    }

    @Test
    void agreesWithItsFormula() {
        final Random random = new Random(1);
        final double[] inputs = random.doubles(500, 1, 100).toArray();
        final Ema ema = TYPE.create();
        final double weight = 2.0 / (PERIOD + 1);
        double expected = 0;
        for (int i = 0; i < inputs.length; i++) {
            ema.add(inputs[i]);
            if (i < PERIOD) {
                expected += inputs[i] / PERIOD;
            } else {
                expected = weight * inputs[i] + (1 - weight) * expected;
            }
            if (ema.isReady()) {
                assertThat(ema.value()).isCloseTo(expected, within(1e-10));
            }
        }
    }

    @Test
    void agreesWithCalculatedIndicators() throws IOException {
        final double[] closes = Indicators.closes();
        final double[] expected = Indicators.values("ema", "ema");
        assertThat(expected).hasSameSizeAs(closes);
        final Ema ema = TYPE.create();
        for (int i = 0; i < closes.length; i++) {
            ema.add(closes[i]);
            assertThat(ema.isReady()).isEqualTo(!Double.isNaN(expected[i]));
            if (ema.isReady()) {
                assertThat(ema.value()).as("at %d", i).isCloseTo(expected[i], within(1e-10));
            }
        }
    }

    @Test
    void goesOnAfterItWasEncoded() {
        Ema copied = TYPE.create();
        final Ema ema = TYPE.create();
        for (int i = 0; i < 3 * PERIOD; i++) {
            ema.add(i % 7);
            copied.add(i % 7);
            copied = Indicators.copy(TYPE, copied);
            assertThat(copied.value()).isEqualTo(ema.value());
        }
    }
}
