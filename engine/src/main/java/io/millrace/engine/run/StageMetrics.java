package io.millrace.engine.run;

import io.millrace.engine.channel.Channel;
import io.millrace.engine.metrics.Counters;
import io.millrace.engine.stage.Timers;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.status.AtomicCounter;

/**
 * What a thread tells about itself, once per turn of its loop: how much it has done, when its next timer is due, and now
 * and then how full the channels are that it writes.
 */
final class StageMetrics {
    private static final int TURNS_PER_LOOK = 64;

    private record Ring(Channel channel, AtomicCounter backlog) {}

    private final Counters counters;
    private final AtomicCounter done;
    private final AtomicCounter shownDeadline;
    private final AtomicLong nextDeadline = new AtomicLong(Timers.NEVER);
    private Ring[] rings = new Ring[0];
    private int turns;

    StageMetrics(final String thread, final Counters counters) {
        this.counters = counters;
        this.done = counters.counter(thread + ": done");
        this.shownDeadline = counters.counter(thread + ": next timer, epoch ns");
        shownDeadline.setRelease(Timers.NEVER);
    }

    /** Adds a channel that the thread writes. */
    void add(final Channel channel) {
        rings = Arrays.copyOf(rings, rings.length + 1);
        rings[rings.length - 1] = new Ring(
                channel, counters.counter("ring " + channel.name() + ": units of " + channel.capacity() + " in use"));
    }

    void update(final int work, final long deadline) {
        if (work > 0) {
            done.getAndAddRelease(work);
        }
        if (nextDeadline.getPlain() != deadline) {
            nextDeadline.setRelease(deadline);
            shownDeadline.setRelease(deadline);
        }
        if (++turns % TURNS_PER_LOOK == 0) {
            for (final Ring ring : rings) {
                ring.backlog.setRelease(ring.channel.backlog());
            }
        }
    }

    /** For the pump's thread, which makes TICK records of it; not from the counters, which others can write. */
    long nextDeadline() {
        return nextDeadline.get();
    }
}
