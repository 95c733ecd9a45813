package io.millrace.engine.run;

import org.agrona.concurrent.BackoffIdleStrategy;
import org.agrona.concurrent.BusySpinIdleStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/**
 * Chooses wait strategies by cores: there are never more busy spinners than cores less one, since a spinner that waits for
 * a thread without a core waits for the scheduler.
 */
final class WaitPolicy {
    private static final long MAX_SPINS = 100;
    private static final long MAX_YIELDS = 2_000;
    private static final long MIN_PARK_NANOS = 50_000;
    private static final long MAX_PARK_NANOS = 1_000_000;

    private final WaitMode mode;
    private int spinnersLeft;

    WaitPolicy(final WaitMode mode, final int threads, final int cores) {
        this.mode = mode == WaitMode.AUTO ? (threads < cores ? WaitMode.SPIN : WaitMode.BACKOFF) : mode;
        this.spinnersLeft = cores - 1;
    }

    /** A strategy for one more thread. */
    IdleStrategy next() {
        return switch (mode) {
            case SPIN -> spinnersLeft-- > 0 ? BusySpinIdleStrategy.INSTANCE : new YieldingIdleStrategy();
            case YIELD -> new YieldingIdleStrategy();
            default -> new BackoffIdleStrategy(MAX_SPINS, MAX_YIELDS, MIN_PARK_NANOS, MAX_PARK_NANOS);
        };
    }
}
