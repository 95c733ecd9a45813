package io.millrace.bench.hop;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.YieldingWaitStrategy;
import org.agrona.concurrent.IdleStrategy;
import org.agrona.concurrent.YieldingIdleStrategy;

/** The reference: a Disruptor ring of events that are made beforehand, with as many fields as a trade. */
final class DisruptorHop implements Hop {
    private static final class Event {
        private long first;
        private long second;
        private long third;
        private long fourth;
        private long fifth;
        private long sixth;
        private long seventh;
        private long eighth;

        private void set(final long value) {
            first = value;
            second = value;
            third = value;
            fourth = value;
            fifth = value;
            sixth = value;
            seventh = value;
            eighth = value;
        }

        private long any() {
            return first & second & third & fourth & fifth & sixth & seventh & eighth;
        }
    }

    private final RingBuffer<Event> ring;
    private final Sequence consumed = new Sequence();
    private final IdleStrategy sending = new YieldingIdleStrategy();
    private final IdleStrategy receiving = new YieldingIdleStrategy();
    private long next;
    private long available = -1;

    DisruptorHop(final int events) {
        ring = RingBuffer.createSingleProducer(Event::new, events, new YieldingWaitStrategy());
        ring.addGatingSequences(consumed);
    }

    @Override
    public void send(final long value) {
        while (!ring.hasAvailableCapacity(1)) {
            sending.idle();
        }
        final long sequence = ring.next();
        ring.get(sequence).set(value);
        ring.publish(sequence);
    }

    @Override
    public long receive() {
        while (next > available) {
            available = ring.getCursor();
            if (next > available) {
                receiving.idle();
            }
        }
        final long value = ring.get(next).any();
        consumed.set(next++);
        return value;
    }
}
