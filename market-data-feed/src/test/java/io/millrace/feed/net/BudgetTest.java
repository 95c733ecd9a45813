package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private static final long SECOND = 1_000_000_000;

    private final Budget budget = new Budget(10, Duration.ofSeconds(10), 0);

    @Test
    void givesHalfAtOnceAndThenABitAtATime() {
        for (int i = 0; i < 5; i++) {
            assertThat(budget.spend(1, 0)).isZero();
        }
        assertThat(budget.spend(1, 0)).isEqualTo(2 * SECOND);
        assertThat(budget.spend(1, 0)).isEqualTo(4 * SECOND);
        assertThat(budget.spend(1, 6 * SECOND)).isZero();
    }

    @Test
    void isNeverOverdrawnInAnyStretch() {
        long now = 0;
        int spent = 0;
        while (now < 10 * SECOND) {
            now += budget.spend(1, now);
            spent++;
        }
        assertThat(spent - 1).isLessThanOrEqualTo(10);
    }

    @Test
    void letsWhatCostsMoreThanAllThroughWhenItIsFull() {
        assertThat(budget.spend(1_000, 0)).isZero();
        assertThat(budget.spend(1_000, 0)).isEqualTo(10 * SECOND);
    }
}
