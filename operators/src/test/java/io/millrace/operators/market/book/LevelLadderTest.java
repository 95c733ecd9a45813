package io.millrace.operators.market.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Places for prices. */
class LevelLadderTest {
    private static final int TICKS = 128;

    private static LevelLadder ladder(final long base, final long step) {
        final LevelLadder ladder = new LevelLadder();
        assertThat(ladder.stand(base, 0, step, TICKS)).isTrue();
        return ladder;
    }

    @Property
    void hasTheKeysThatAreSoManyStepsFromItsBase(
            @ForAll @LongRange(min = -(1L << 61), max = 1L << 61) final long base,
            @ForAll @LongRange(min = 1, max = 1L << 55) final long step,
            @ForAll @IntRange(min = -TICKS, max = 2 * TICKS) final int steps,
            @ForAll @LongRange(min = 0, max = 1L << 55) final long beside) {
        final LevelLadder ladder = ladder(base, step);
        final boolean isOne = steps >= 0 && steps < TICKS && beside % step == 0;
        final long key = base + steps * step + beside % step;
        assertThat(ladder.has(ladder.tick(key))).isEqualTo(isOne);
        if (isOne) {
            assertThat(ladder.tick(key)).isEqualTo(steps);
            assertThat(ladder.key(steps)).isEqualTo(key);
        }
    }

    @Property
    void hasNoOtherKey(
            @ForAll @LongRange(min = -1_000_000, max = 1_000_000) final long base,
            @ForAll @LongRange(min = 1, max = 1_000_000) final long step,
            @ForAll final long key) {
        final LevelLadder ladder = ladder(base, step);
        final boolean isOne = key >= base && key <= base + (TICKS - 1) * step && (key - base) % step == 0;
        assertThat(ladder.has(ladder.tick(key))).isEqualTo(isOne);
    }

    @Test
    void hasNoKeyWhileItStandsNowhere() {
        final LevelLadder ladder = new LevelLadder();
        assertThat(ladder.has(ladder.tick(0))).isFalse();
        assertThat(ladder.stand(0, 0, 1, TICKS)).isTrue();
        ladder.set(0, 5, 0);
        ladder.clear();
        assertThat(ladder.stands()).isFalse();
        assertThat(ladder.has(ladder.tick(0))).isFalse();
        assertThat(ladder.count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1, (1L << 55) + 1, Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesStepsThatCantBe(final long step) {
        assertThat(new LevelLadder().stand(0, 0, step, TICKS)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {1L << 62, -(1L << 62), Long.MAX_VALUE, Long.MIN_VALUE})
    void refusesKeysThatAreTooFarOut(final long best) {
        final LevelLadder ladder = ladder(0, 1);
        assertThat(ladder.stand(best, 0, 1, TICKS)).isFalse();
        assertThat(ladder.stands()).isFalse();
    }

    @Property(tries = 200)
    void givesItsLevelsInAnyOrder(@ForAll final long seed, @ForAll @IntRange(min = 1, max = 300) final int changes) {
        final Random random = new Random(seed);
        final LevelLadder ladder = ladder(1_000, 10);
        ladder.keepDigits(true);
        final NavigableMap<Integer, Long> model = new TreeMap<>();
        for (int i = 0; i < changes; i++) {
            final int tick = random.nextInt(TICKS);
            final long size = Math.max(0, random.nextInt(4) - 1);
            ladder.set(tick, size, tick + 1);
            if (size == 0) {
                model.remove(tick);
            } else {
                model.put(tick, size);
            }
            if (i % 50 == 49) {
                final int depth = random.nextInt(60);
                ladder.truncate(depth);
                while (model.size() > depth) {
                    model.pollFirstEntry();
                }
            }
            assertThat(ladder.count()).isEqualTo(model.size());
            if (!model.isEmpty() && random.nextInt(3) == 0) {
                assertThat(ladder.tickOf(0)).isEqualTo(model.lastKey());
                final int index = random.nextInt(model.size());
                assertThat(ladder.tickOf(index))
                        .isEqualTo(model.descendingKeySet().stream()
                                .skip(index)
                                .findFirst()
                                .orElseThrow());
            }
        }
        int index = 0;
        for (final Map.Entry<Integer, Long> level : model.descendingMap().entrySet()) {
            final int tick = ladder.tickOf(index++);
            assertThat(tick).isEqualTo(level.getKey());
            assertThat(ladder.size(tick)).isEqualTo(level.getValue());
            assertThat(ladder.digits(tick)).isEqualTo(tick + 1);
        }
        int tick = ladder.next(0);
        for (final int expected : model.keySet()) {
            assertThat(tick).isEqualTo(expected);
            tick = ladder.next(tick + 1);
        }
        assertThat(tick).isEqualTo(TICKS);
    }
}
