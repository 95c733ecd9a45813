package io.millrace.feed.gate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamWatchTest {
    private static final int BOOK = StreamWatch.number(StreamKind.BOOK);
    private static final int PLACE = 2;
    private static final int STREAM = PLACE * StreamKind.COUNT + BOOK;
    private static final long LEAST = 1_000;

    private final StreamWatch watch = new StreamWatch();
    private long now = 1;

    private void speak(final int times, final long pause) {
        for (int i = 0; i < times; i++) {
            watch.seen(PLACE, BOOK, now);
            now += pause;
        }
    }

    private boolean isSilentAfter(final long pause) {
        return watch.isSilent(STREAM, now + pause, LEAST);
    }

    @Test
    void findsAStreamThatHasStoppedOnce() {
        speak(40, 10);
        assertThat(isSilentAfter(LEAST - 10)).isFalse();
        assertThat(isSilentAfter(LEAST)).isTrue();
        assertThat(isSilentAfter(2 * LEAST)).isFalse();
        assertThat(watch.place(STREAM)).isEqualTo(PLACE);
        assertThat(watch.kind(STREAM)).isEqualTo(StreamKind.BOOK);
    }

    @Test
    void doesNotJudgeAStreamThatHasSaidLittle() {
        speak(StreamWatch.BLOCK, 10);
        assertThat(isSilentAfter(1_000_000)).isFalse();
        speak(1, 10);
        assertThat(isSilentAfter(1_000_000)).isTrue();
    }

    @Test
    void givesAStreamThatPausesNowAndThenMoreTime() {
        speak(20, 10);
        now += 500;
        speak(20, 10);
        assertThat(isSilentAfter(StreamWatch.PATIENCE * 500)).isFalse();
        assertThat(isSilentAfter(StreamWatch.PATIENCE * 520)).isTrue();
        speak(40, 10);
        assertThat(isSilentAfter(LEAST)).isTrue();
    }

    @Test
    void takesASilenceThatHasEndedForAPause() {
        speak(40, 10);
        assertThat(isSilentAfter(5_000)).isTrue();
        now += 5_000;
        speak(2, 10);
        assertThat(isSilentAfter(5_000)).isFalse();
        assertThat(isSilentAfter(StreamWatch.PATIENCE * 5_100)).isTrue();
    }

    @Test
    void doesNotBlameAStreamForWhatWasNotRead() {
        speak(40, 10);
        watch.restart(now + 5_000);
        assertThat(watch.isSilent(STREAM, now + 5_500, LEAST)).isFalse();
        assertThat(watch.pause(STREAM, now + 5_500)).isEqualTo(500);
    }
}
