package io.millrace.operators.harness;

import io.millrace.operators.support.Probe;
import io.millrace.operators.testing.HarnessFlow;

/**
 * Items for the harness: seven keys in uneven turns, values that go up and down, event times that are out of order by up
 * to four intervals and are at times far behind.
 */
final class Ticks {
    /** Texts of the keys; their order is not that of the numbers. */
    static final String[] NAMES = {"sol", "btc", "ada", "eth", "xrp", "dot", "bnb"};

    private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

    private static final long DISTANCE = 1_000_003;

    private Ticks() {}

    /** The item of an index: {@code count} is its event time. */
    static Probe at(final long index) {
        final long random = (index + 1) * MULTIPLIER >>> 20;
        final Probe probe = new Probe();
        probe.value = random % 100;
        probe.key = random / 128 % 11 % NAMES.length;
        final long behind = random / 2_048 % 23 == 0 ? 30 : random / 65_536 % 5;
        probe.count = (index - behind) * HarnessFlow.INTERVAL;
        return probe;
    }

    static long key(final Probe probe) {
        return probe.key;
    }

    /** The same keys, far apart. */
    static long sparseKey(final Probe probe) {
        return (probe.key - 2) * DISTANCE;
    }

    static String name(final Probe probe) {
        return NAMES[(int) probe.key];
    }

    static long time(final Probe probe) {
        return probe.count;
    }
}
