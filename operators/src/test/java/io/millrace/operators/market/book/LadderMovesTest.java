package io.millrace.operators.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Where the ladder of a side stands. Keys rise towards the touch. */
class LadderMovesTest {
    private static final int STEP = 10;
    private static final int TICKS = 512;

    private final LevelLadder ladder = new LevelLadder();
    private final SortedLevels sorted = new SortedLevels();
    private final LadderMoves moves = new LadderMoves(ladder, sorted);

    private void set(final long key, final long size) {
        final long tick = ladder.tick(key);
        if (ladder.has(tick)) {
            ladder.set((int) tick, size, 0);
        } else {
            moves.set(key, size, 0);
        }
    }

    /** Levels from the best one on; the ladder of so many has {@link #TICKS}. */
    private void fill(final int levels) {
        for (int i = 0; i < levels; i++) {
            set(-(long) i * STEP, 1);
        }
    }

    /** Changes behind the ladder, of a level that is not there. */
    private void miss(final int times) {
        for (int i = 0; i < times; i++) {
            set(ladder.base() - 1, 0);
        }
    }

    private int levels() {
        return ladder.count() + sorted.count();
    }

    private long best() {
        return ladder.key(ladder.tickOf(0));
    }

    @Test
    void isNotBuiltForAFewLevels() {
        fill(7);
        for (int i = 0; i < 100; i++) {
            set(0, i);
        }
        assertThat(ladder.stands()).isFalse();
    }

    @Test
    void isBuiltWithTheBestLevelInTheMiddleOfWhereItMayBe() {
        fill(8);
        assertThat(ladder.ticks()).isEqualTo(LevelLadder.LEAST);
        assertThat(ladder.count()).isEqualTo(8);
        assertThat(sorted.count()).isZero();
        assertThat(ladder.tickOf(0)).isEqualTo(LevelLadder.LEAST * 3 / 4);
        assertThat(ladder.base()).isEqualTo(-48 * STEP);
    }

    @Test
    void standsWhereItIsWhileTheTouchJumpsToAndFro() {
        fill(60);
        miss(TICKS);
        final long base = ladder.base();
        for (int i = 0; i < 1_000; i++) {
            final long key = (long) (i % 127) * STEP;
            set(key, 1);
            miss(1);
            set(key, 0);
            miss(1);
        }
        assertThat(ladder.ticks()).isEqualTo(TICKS);
        assertThat(ladder.base()).isEqualTo(base);
    }

    @Test
    void followsARisingTouchAtOnce() {
        fill(60);
        miss(TICKS);
        final long base = ladder.base();
        set(127 * STEP, 1);
        assertThat(ladder.base()).isEqualTo(base);
        set(128 * STEP, 1);
        assertThat(ladder.base()).isEqualTo(base + 128 * STEP);
        assertThat(best()).isEqualTo(128 * STEP);
        assertThat(levels()).isEqualTo(62);
    }

    @Test
    void followsAFallingTouchAfterAWhile() {
        fill(60);
        final long far = -5_000L * STEP;
        set(far, 1);
        miss(TICKS);
        final long base = ladder.base();
        for (int i = 0; i < 60; i++) {
            set(-(long) i * STEP, 0);
        }
        assertThat(ladder.base()).isEqualTo(base);
        assertThat(ladder.count()).isZero();
        for (int i = 0; i < 60; i++) {
            set(far - (long) i * STEP, 1);
        }
        miss(TICKS / 4);
        assertThat(best()).isEqualTo(far);
        assertThat(ladder.count()).isEqualTo(60);
        assertThat(sorted.count()).isZero();
    }

    @Test
    void followsWhenTheBestLevelIsInTheLowerHalf() {
        fill(60);
        miss(TICKS);
        for (int i = 0; i < 60; i++) {
            set(-(long) i * STEP, 0);
        }
        for (int i = TICKS / 4; i < TICKS / 4 + 60; i++) {
            set(-(long) i * STEP, 1);
        }
        final long base = ladder.base();
        miss(TICKS);
        assertThat(ladder.base()).isEqualTo(base);
        set(-TICKS / 4 * STEP, 0);
        miss(TICKS / 4);
        assertThat(ladder.base()).isLessThan(base);
        assertThat(ladder.tickOf(0)).isEqualTo(ladder.ticks() * 3 / 4);
    }

    @Test
    void looksForTheTouchNowAndThenOnly() {
        fill(60);
        for (int i = 0; i < 10; i++) {
            set(-(5_000L + i) * STEP, 1);
        }
        assertThat(missesUntilMoved()).isPositive();
        for (int i = 0; i < 10; i++) {
            set((long) i * STEP, 1);
        }
        assertThat(missesUntilMoved()).isEqualTo(ladder.ticks() / 4);
    }

    /** Takes what is better than the far levels away, and waits until the ladder is there. */
    private int missesUntilMoved() {
        for (int i = -10; i < 60; i++) {
            set(-(long) i * STEP, 0);
        }
        final long base = ladder.base();
        int misses = 0;
        while (misses < LevelLadder.MOST && ladder.base() == base) {
            miss(1);
            misses++;
        }
        return misses;
    }

    @Test
    void aSideThatHasBecomeEmptyNeedsNone() {
        fill(60);
        for (int i = 0; i < 60; i++) {
            set(-(long) i * STEP, 0);
        }
        miss(TICKS);
        assertThat(ladder.stands()).isFalse();
        fill(60);
        assertThat(ladder.stands()).isTrue();
        assertThat(levels()).isEqualTo(60);
    }

    @Test
    void leavesLevelsThatAreFarToTheSortedOnes() {
        fill(8);
        set(ladder.base(), 1);
        set(ladder.base() - STEP, 1);
        set(ladder.base() - 3, 1);
        assertThat(ladder.count()).isEqualTo(9);
        assertThat(sorted.count()).isEqualTo(2);
    }

    @Test
    void learnsTheStepFromTheBestLevelsAndFromThoseThatDoNotFit() {
        for (int i = 0; i < 60; i++) {
            set(7 + 100L * i, 1);
        }
        miss(TICKS);
        assertThat(ladder.key(1) - ladder.key(0)).isEqualTo(100);
        set(5_907 - 60, 0);
        assertThat(ladder.key(1) - ladder.key(0))
                .as("what is not there changes nothing")
                .isEqualTo(100);
        set(5_907 - 60, 1);
        assertThat(ladder.key(1) - ladder.key(0)).isEqualTo(20);
        assertThat(levels()).isEqualTo(61);
        assertThat(ladder.size((int) ladder.tick(5_907 - 60))).isEqualTo(1);
    }

    @Test
    void staysForRemovalsOfWhatIsNotThere() {
        fill(60);
        set(5 * STEP, 1);
        final long base = ladder.base();
        set(3, 0);
        set(1L << 40, 0);
        assertThat(ladder.base()).isEqualTo(base);
    }

    @Test
    void learnsTheStepAgainFromLevelsThatItComesTo() {
        for (int i = 0; i < 60; i++) {
            set(-100L * i, 1);
        }
        set(-3_950, 1);
        moves.takeDown();
        assertThat(levels()).isEqualTo(sorted.count()).isEqualTo(61);
        miss(8);
        assertThat(ladder.key(1) - ladder.key(0)).isEqualTo(50);
        assertThat(ladder.count()).isEqualTo(61);
    }

    @Test
    void becomesLongerWithTheNumberOfLevelsUpToAMost() {
        fill(25);
        miss(TICKS);
        assertThat(ladder.ticks()).isEqualTo(256);
        fill(20_000);
        miss(LevelLadder.MOST);
        assertThat(ladder.ticks()).isEqualTo(LevelLadder.MOST);
        assertThat(levels()).isEqualTo(20_000);
    }

    @Test
    void isNotBuiltForStepsThatAreTooLarge() {
        for (int i = 0; i < 100_000; i++) {
            set(i % 9 * (1L << 58), 1);
        }
        assertThat(ladder.stands()).isFalse();
        assertThat(levels()).isEqualTo(9);
    }
}
