package io.millrace.journal.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RollClockTest {
    private static final long MILLI = 1_000_000;
    private static final long START = 1_700_000_000_000L;

    private long wall = START;
    private int looks;
    private final RollClock clock = new RollClock(() -> {
        looks++;
        return wall;
    });

    private int looksOf(final long... times) {
        final int before = looks;
        for (final long time : times) {
            clock.advance(time);
        }
        return looks - before;
    }

    @Test
    void looksAtTheFirstRecordAndThenEachMillisecondOfTheirTime() {
        assertThat(looksOf(5 * MILLI)).isEqualTo(1);
        assertThat(looksOf(5 * MILLI + 1, 6 * MILLI - 1)).isZero();
        assertThat(looksOf(6 * MILLI)).isEqualTo(1);
    }

    @Test
    void looksWhenTimeGoesBackOrThereIsNone() {
        clock.advance(5 * MILLI);
        assertThat(looksOf(5 * MILLI - 1)).isEqualTo(1);
        assertThat(looksOf(RollClock.NO_TIME, RollClock.NO_TIME)).isEqualTo(2);
        assertThat(looksOf(5 * MILLI)).isEqualTo(1);
    }

    @Test
    void looksNowAndThenWhenTimeStandsStill() {
        clock.advance(5 * MILLI);
        wall += 7;
        for (int i = 0; i < 10_000; i++) {
            clock.advance(5 * MILLI);
        }
        assertThat(looks).isBetween(5, 20);
        assertThat(clock.currentTimeMillis()).isEqualTo(START + 7);
    }

    @Test
    void neverGoesBack() {
        wall -= 1_000;
        clock.advance();
        assertThat(clock.currentTimeMillis()).isEqualTo(START);
    }
}
