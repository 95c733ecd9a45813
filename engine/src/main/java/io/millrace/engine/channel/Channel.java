package io.millrace.engine.channel;

import com.lmax.disruptor.BusySpinWaitStrategy;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SingleProducerSequencer;
import java.nio.ByteOrder;
import org.agrona.BitUtil;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A ring from one producer to any number of readers: a single-producer Disruptor sequencer over one contiguous off-heap
 * block of 64-byte units. A record takes as many units as it needs and never wraps: what is left at the end of the block
 * is filled with {@link RecordKind#PADDING}.
 *
 * <p>Thread: one producer thread; each {@link ChannelReader} its own thread.<br>
 * Allocation: none after construction.<br>
 * Deterministic: what is read, and in which order, does not depend on timing.
 *
 * <p>Readers are made before the first claim. The sequencer's wait strategy is not used: readers poll, and whoever finds
 * the ring full or empty decides how to wait.
 */
public final class Channel {
    /** Bytes of a unit. */
    public static final int UNIT = 64;

    private static final int UNIT_SHIFT = 6;

    private final String name;
    private final SingleProducerSequencer sequencer;
    private final UnsafeBuffer block;
    private final int capacity;
    private final int mask;
    private long claimed = -1;
    private long published = -1;

    /**
     * @param name  for messages and metrics
     * @param units capacity; a power of two
     */
    public Channel(final String name, final int units) {
        if (!BitUtil.isPowerOfTwo(units)) {
            throw new IllegalArgumentException("channel '" + name + "': " + units + " units is not a power of two");
        }
        this.name = name;
        this.capacity = units;
        this.mask = units - 1;
        this.sequencer = new SingleProducerSequencer(units, new BusySpinWaitStrategy());
        this.block = new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.multiplyExact(units, UNIT), UNIT));
    }

    public String name() {
        return name;
    }

    /** The memory of the ring; valid where a claim or a reader points to. */
    public UnsafeBuffer buffer() {
        return block;
    }

    /** Adds a reader, which sees everything that is claimed from now on. */
    public ChannelReader reader() {
        final Sequence sequence = new Sequence(claimed);
        sequencer.addGatingSequences(sequence);
        return new ChannelReader(this, sequencer, sequence);
    }

    /** Whether a record of this length can ever stand in this ring. */
    public boolean fits(final int length) {
        return units(length) <= capacity;
    }

    /**
     * Claims room for one record.
     *
     * @param length bytes of the record
     * @return offset of its first byte in {@link #buffer()}, or -1 if there is no room yet
     */
    public int tryClaim(final int length) {
        final int units = units(length);
        final int index = (int) (claimed + 1) & mask;
        final int untilEnd = capacity - index;
        if (units > untilEnd) {
            if (!sequencer.hasAvailableCapacity(untilEnd)) {
                return -1;
            }
            claimed = sequencer.next(untilEnd);
            final int offset = index << UNIT_SHIFT;
            block.putInt(offset + RecordLayout.LENGTH, untilEnd << UNIT_SHIFT, ByteOrder.LITTLE_ENDIAN);
            block.putByte(offset + RecordLayout.KIND, RecordKind.PADDING);
            publish();
        }
        if (!sequencer.hasAvailableCapacity(units)) {
            return -1;
        }
        final int offset = ((int) (claimed + 1) & mask) << UNIT_SHIFT;
        claimed = sequencer.next(units);
        return offset;
    }

    /** Shows readers everything that was claimed. */
    public void publish() {
        if (claimed != published) {
            sequencer.publish(claimed);
            published = claimed;
        }
    }

    /** Units that stand between the producer and its slowest reader; any thread, for metrics. */
    public long backlog() {
        return capacity - sequencer.remainingCapacity();
    }

    public int capacity() {
        return capacity;
    }

    int offset(final long sequence) {
        return ((int) sequence & mask) << UNIT_SHIFT;
    }

    static int units(final int length) {
        return length + (UNIT - 1) >> UNIT_SHIFT;
    }
}
