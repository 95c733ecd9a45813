package io.millrace.operators.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class KeyTimeTest {
    private long lead = KeyTime.NO_LEAD;

    private KeyTime<Long> waiting(final Duration lateness) {
        return KeyTime.of(EventClock.<Long>of(time -> time).lateness(lateness));
    }

    private KeyTime<Long> waiting(final long lateness) {
        return waiting(Duration.ofNanos(lateness));
    }

    /** Takes an item in and gives whether it is late. */
    private boolean item(final KeyTime<Long> keyTime, final long item, final long now) {
        final long time = keyTime.of(item, now);
        final long itemLead = keyTime.lead(time, now);
        if (itemLead > lead) {
            lead = itemLead;
            return false;
        }
        return KeyTime.isLate(time, lead, now);
    }

    private long watermark(final long now) {
        return KeyTime.watermark(lead, now);
    }

    @Nested
    class Watermark {
        @Test
        void isAtTheBeginningOfTimeBeforeTheFirstItem() {
            assertThat(watermark(0)).isEqualTo(Long.MIN_VALUE);
        }

        @Test
        void isTheItemsTimeLessTheLateness() {
            assertThat(item(waiting(5), 7, 0)).isFalse();
            assertThat(watermark(0)).isEqualTo(2);
        }

        @Test
        void goesOnWithStageTime() {
            item(waiting(5), 7, 0);
            assertThat(watermark(2)).isEqualTo(4);
        }

        @Test
        void isMovedByNewerItems() {
            item(waiting(5), 7, 0);
            item(waiting(5), 10, 0);
            assertThat(watermark(0)).isEqualTo(5);
        }

        @Test
        void isNotMovedBackByOlderItems() {
            item(waiting(5), 7, 0);
            item(waiting(5), 3, 0);
            assertThat(watermark(0)).isEqualTo(2);
            item(waiting(5), 3, 2);
            assertThat(watermark(2)).isEqualTo(4);
        }

        @Test
        void isNotMovedByItemsThatAreSlowerThanStageTime() {
            item(waiting(5), 7, 0);
            item(waiting(5), 8, 2);
            assertThat(watermark(2)).isEqualTo(4);
        }

        @Test
        void isReachedWhenStageTimeHasMadeUpForTheLead() {
            item(waiting(5), 7, 100);
            final long at = KeyTime.reachedAt(50, lead);
            assertThat(watermark(at)).isEqualTo(50);
        }

        @Test
        void followsTheExampleOfTheReference() {
            final KeyTime<Long> fiveMinutes = waiting(5);
            assertThat(item(fiveMinutes, 35, 32)).isFalse();
            assertThat(watermark(32)).isEqualTo(30);
            assertThat(watermark(33)).isEqualTo(31);
            assertThat(item(fiveMinutes, 38, 34)).isFalse();
            assertThat(watermark(34)).isEqualTo(33);
            assertThat(item(fiveMinutes, 39, 36)).isFalse();
            assertThat(watermark(36)).isEqualTo(35);
            assertThat(item(fiveMinutes, 36, 38)).isTrue();
            assertThat(watermark(38)).isEqualTo(37);
        }
    }

    @Nested
    class EndlessLateness {
        private final KeyTime<Long> endless = waiting(Duration.ofSeconds(Long.MAX_VALUE));

        @Test
        void isBehindEverything() {
            final long now = 1_800_000_000_000_000_000L;
            assertThat(item(endless, now, now)).isFalse();
            assertThat(item(endless, 0, now)).isFalse();
            assertThat(item(endless, now + (1L << 58), now)).isFalse();
            assertThat(watermark(now)).isNegative();
        }

        @Test
        void goesOnWithStageTimeAndDoesNotJump() {
            item(endless, 7, 0);
            final long first = watermark(0);
            item(endless, 10, 2);
            assertThat(watermark(2)).isEqualTo(first + 2);
        }
    }

    @Test
    void ofTheSystemClockIsStageTime() {
        final KeyTime<Long> system = KeyTime.of(new SystemClock<>());
        assertThat(system.of(1L, 17)).isEqualTo(17);
        assertThat(item(system, 1, 17)).isFalse();
        assertThat(watermark(17)).isEqualTo(17);
        assertThat(item(system, 1, 18)).isFalse();
        assertThat(watermark(18)).isEqualTo(18);
    }

    @Test
    void refusesWhatCantBeEpochNanoseconds() {
        assertThatThrownBy(() -> waiting(0).of(Long.MIN_VALUE, 0))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must be epoch nanoseconds");
        assertThatThrownBy(() -> waiting(0).of(Long.MAX_VALUE, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesANegativeLateness() {
        assertThatThrownBy(() -> waiting(-1)).isInstanceOf(IllegalArgumentException.class);
    }
}
