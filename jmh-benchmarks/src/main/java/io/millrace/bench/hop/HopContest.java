package io.millrace.bench.hop;

import io.millrace.bench.compare.AllocatedBytes;
import io.millrace.bench.compare.Contest;

/**
 * A channel against a plain Disruptor ring. The other thread lives for one turn only: one that waited for its next turn
 * would take a processor from this one.
 */
abstract class HopContest implements Contest {
    /** A record takes one slot of a ring, and two units of a channel. */
    private static final int SLOTS = 1 << 14;

    private static final long READY = 0;

    private final Title title;
    private final int records;
    private final Lane ring = new Lane(new DisruptorHop(SLOTS), new DisruptorHop(SLOTS));
    private final Lane channel = new Lane(new ChannelHop(2 * SLOTS), new ChannelHop(2 * SLOTS));

    private HopContest(final String name, final int records) {
        this.title = new Title("Hand-over between threads", name, "<= 1.25", "plain Disruptor", "channel");
        this.records = records;
    }

    /** A record goes there and another comes back: nothing else is in the rings. */
    static final class ThereAndBack extends HopContest {
        ThereAndBack(final int records) {
            super("there and back, one record at a time: two hops", records);
        }

        @Override
        long send(final Hop there, final Hop back, final long count) {
            long sum = 0;
            for (long number = 1; number <= count; number++) {
                there.send(number);
                sum += back.receive();
            }
            there.send(Hop.STOP);
            return sum + back.receive();
        }

        @Override
        long answer(final Hop in, final Hop out) {
            for (long value = in.receive(); value != Hop.STOP; value = in.receive()) {
                out.send(value);
            }
            return 0;
        }
    }

    /** Records go one way, as fast as both threads can. */
    static final class OneWay extends HopContest {
        OneWay(final int records) {
            super("one way, as fast as it goes", records);
        }

        @Override
        long send(final Hop there, final Hop back, final long count) {
            for (long number = 1; number <= count; number++) {
                there.send(number);
            }
            there.send(Hop.STOP);
            return back.receive();
        }

        @Override
        long answer(final Hop in, final Hop out) {
            long sum = 0;
            for (long value = in.receive(); value != Hop.STOP; value = in.receive()) {
                sum += value;
            }
            return sum;
        }
    }

    /** Sends all, and {@link Hop#STOP}; over when the other thread has told its own sum. Gives the sum of what came back. */
    abstract long send(Hop there, Hop back, long count);

    /** What the other thread does until it is told to stop; gives a sum that it sends back. */
    abstract long answer(Hop in, Hop out);

    @Override
    public final Title title() {
        return title;
    }

    @Override
    public final long operations() {
        return records;
    }

    @Override
    public final void prepare() {
        // Rings are empty between turns.
    }

    @Override
    public final long baseline() {
        return turn(ring);
    }

    @Override
    public final long subject() {
        return turn(channel);
    }

    private long turn(final Lane lane) {
        final Thread other = new Thread(() -> {
            lane.back.send(READY);
            lane.back.send(answer(lane.there, lane.back));
        });
        other.setName("hop");
        other.setDaemon(true);
        other.start();
        lane.back.receive();
        lane.allocated.start();
        final long start = System.nanoTime();
        lane.sum += send(lane.there, lane.back, records);
        final long nanos = System.nanoTime() - start;
        lane.allocated.stop(records);
        try {
            other.join();
        } catch (final InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        return nanos;
    }

    @Override
    public final void warmedUp() {
        ring.allocated.reset();
        channel.allocated.reset();
    }

    @Override
    public final void verify() {
        if (ring.sum != channel.sum || ring.sum <= 0) {
            throw new IllegalStateException(
                    title.name() + ": different records: " + ring.sum + " and " + channel.sum + ", added up");
        }
    }

    @Override
    public final String context() {
        return records + " records of 64 B in a turn, room for " + SLOTS + ", two threads that spin and then yield, not"
                + " pinned; sender: channel " + channel.allocated.per("record");
    }

    @Override
    public final void close() {
        // Memory only.
    }

    /** The way to the other thread and the way back, and what came back on it. */
    private static final class Lane {
        private final Hop there;
        private final Hop back;
        private final AllocatedBytes allocated = new AllocatedBytes();
        private long sum;

        Lane(final Hop there, final Hop back) {
            this.there = there;
            this.back = back;
        }
    }
}
