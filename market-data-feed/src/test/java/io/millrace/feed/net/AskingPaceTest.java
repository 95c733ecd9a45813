package io.millrace.feed.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class AskingPaceTest {
    private final AskingPace pace = new AskingPace(new ConnectionConfig()
            .firstDelay(Duration.ofNanos(100))
            .longestDelay(Duration.ofNanos(400))
            .random(() -> 0));

    @Test
    void asksAtOnceAndThenWithWaitsThatDouble() {
        assertThat(pace.next(1_000)).isZero();
        assertThat(pace.next(1_000)).isEqualTo(100);
        assertThat(pace.next(1_100)).isEqualTo(200);
        assertThat(pace.next(1_350)).isEqualTo(350);
        assertThat(pace.next(1_700)).isEqualTo(400);
    }

    @Test
    void countsWhatHasPassedAndStartsOverAfterAWhile() {
        assertThat(pace.next(1_000)).isZero();
        assertThat(pace.next(1_060)).isEqualTo(40);
        assertThat(pace.next(1_100 + 801)).isZero();
        assertThat(pace.next(1_100 + 801)).isEqualTo(100);
    }
}
