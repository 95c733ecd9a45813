package io.millrace.feed.simulator;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * When an exchange does what wrong.
 *
 * <p>Thread: the exchange's. Allocation: when made. Deterministic: yes.
 */
public abstract class FaultPlan {
    /** Nothing goes wrong. */
    public static final FaultPlan NONE = new FaultPlan() {
        @Override
        Fault due(final long sinceStart) {
            return null;
        }
    };

    private FaultPlan() {}

    /**
     * The fault that is due, once, or null.
     *
     * @param sinceStart nanoseconds since the tape began
     */
    abstract Fault due(long sinceStart);

    /**
     * One fault after the other, at random times that are apart by {@code mean} on average and by half of it at least, until it
     * is enough.
     *
     * @param until time since the tape began behind which nothing goes wrong
     */
    public static FaultPlan random(
            final long seed, final Duration mean, final Set<Fault> faults, final Duration until) {
        return new Random(
                new SplittableRandom(seed), mean.toNanos(), List.copyOf(EnumSet.copyOf(faults)), until.toNanos());
    }

    /** A script: faults at given times. */
    public static Script script() {
        return new Script();
    }

    private static final class Random extends FaultPlan {
        private final SplittableRandom random;
        private final long mean;
        private final List<Fault> faults;
        private final long until;
        private long next;

        Random(final SplittableRandom random, final long mean, final List<Fault> faults, final long until) {
            this.until = until;
            this.random = random;
            this.mean = mean;
            this.faults = faults;
            next = wait(random, mean);
        }

        private static long wait(final SplittableRandom random, final long mean) {
            return mean / 2 + random.nextLong(1, mean + 1);
        }

        @Override
        Fault due(final long sinceStart) {
            if (sinceStart < next || sinceStart > until) {
                return null;
            }
            next = sinceStart + wait(random, mean);
            return faults.get(random.nextInt(faults.size()));
        }
    }

    /** Faults at given times, in order. */
    public static final class Script extends FaultPlan {
        private record Entry(long at, Fault fault) {}

        private final List<Entry> entries = new ArrayList<>();
        private int next;

        private Script() {}

        /** Next in the script: this fault, at a time since the tape began. */
        public Script at(final Duration since, final Fault fault) {
            entries.add(new Entry(since.toNanos(), fault));
            return this;
        }

        @Override
        Fault due(final long sinceStart) {
            return next < entries.size() && sinceStart >= entries.get(next).at ? entries.get(next++).fault : null;
        }
    }
}
