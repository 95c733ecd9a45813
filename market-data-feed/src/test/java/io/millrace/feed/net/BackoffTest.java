package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static final RandomGenerator NO_JITTER = () -> 0;

    @Test
    void doublesUpToItsLimitAndStartsOver() {
        final Backoff backoff = new Backoff(Duration.ofNanos(100), Duration.ofNanos(1_000), NO_JITTER);
        assertThat(new long[] {
                    backoff.nextDelay(),
                    backoff.nextDelay(),
                    backoff.nextDelay(),
                    backoff.nextDelay(),
                    backoff.nextDelay(),
                    backoff.nextDelay()
                })
                .containsExactly(100, 200, 400, 800, 1_000, 1_000);
        backoff.reset();
        assertThat(backoff.nextDelay()).isEqualTo(100);
    }

    @Test
    void takesAwayUpToHalfAtRandom() {
        final Backoff backoff = new Backoff(Duration.ofNanos(1_000), Duration.ofNanos(1_000), new SplittableRandom(1));
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 10_000; i++) {
            final long delay = backoff.nextDelay();
            least = Math.min(least, delay);
            most = Math.max(most, delay);
        }
        assertThat(least).isBetween(500L, 520L);
        assertThat(most).isBetween(980L, 1_000L);
    }
}
