package io.millrace.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitPolicyTest {
    private static final int MOST = 12;

    private static List<IdleStrategy> strategies(final WaitMode mode, final int threads, final int cores) {
        final WaitPolicy policy = new WaitPolicy(mode, threads, cores);
        return Stream.generate(policy::next).limit(threads).toList();
    }

    private static long spinners(final List<IdleStrategy> strategies) {
        return strategies.stream()
                .filter(strategy -> strategy instanceof BusySpinIdleStrategy)
                .count();
    }

    @ParameterizedTest
    @EnumSource(WaitMode.class)
    void neverLetsMoreThreadsSpinThanCoresLessOne(final WaitMode mode) {
        for (int cores = 1; cores <= MOST; cores++) {
            for (int threads = 1; threads <= MOST; threads++) {
                assertThat(spinners(strategies(mode, threads, cores)))
                        .as("%d threads on %d cores", threads, cores)
                        .isLessThan(cores);
            }
        }
    }

    @Test
    void spinsByItselfWhereThereIsACoreToSpare() {
        assertThat(spinners(strategies(WaitMode.AUTO, 3, 4))).isEqualTo(3);
    }

    @Test
    void backsOffByItselfWhereThereIsNone() {
        assertThat(strategies(WaitMode.AUTO, 4, 4)).hasOnlyElementsOfType(BackoffIdleStrategy.class);
    }

    @Test
    void letsTheOthersYieldWhenToldToSpin() {
        final List<IdleStrategy> strategies = strategies(WaitMode.SPIN, 5, 4);
        assertThat(spinners(strategies)).isEqualTo(3);
        assertThat(strategies.subList(3, 5)).hasOnlyElementsOfType(YieldingIdleStrategy.class);
    }

    @Test
    void doesAsToldOtherwise() {
        assertThat(strategies(WaitMode.YIELD, 2, 8)).hasOnlyElementsOfType(YieldingIdleStrategy.class);
        assertThat(strategies(WaitMode.BACKOFF, 2, 8)).hasOnlyElementsOfType(BackoffIdleStrategy.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = WaitMode.class,
            names = {"YIELD", "BACKOFF"})
    void sharesNoStrategyThatRemembers(final WaitMode mode) {
        assertThat(strategies(mode, 4, 8)).doesNotHaveDuplicates();
    }
}
