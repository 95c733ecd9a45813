package io.millrace.engine.channel;

import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SingleProducerSequencer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * One reader's place in a {@link Channel}: looks at the next record, then lets go of it.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class ChannelReader {
    private final Channel channel;
    private final SingleProducerSequencer sequencer;
    private final Sequence consumed;
    private final UnsafeBuffer buffer;
    private long next;
    private long available;
    private int offset;
    private int length;

    ChannelReader(final Channel channel, final SingleProducerSequencer sequencer, final Sequence consumed) {
        this.channel = channel;
        this.sequencer = sequencer;
        this.consumed = consumed;
        this.buffer = channel.buffer();
        this.next = consumed.get() + 1;
        this.available = next - 1;
    }

    /**
     * Looks for the next record. Until {@link #release()} it gives the same one again.
     *
     * @return whether there is one; then {@link #offset()} and {@link #length()} say where
     */
    public boolean poll() {
        while (true) {
            if (next > available) {
                available = sequencer.getCursor();
                if (next > available) {
                    return false;
                }
            }
            offset = channel.offset(next);
            length = RecordLayout.length(buffer, offset);
            if (RecordLayout.kind(buffer, offset) != RecordKind.PADDING) {
                return true;
            }
            release();
        }
    }

    /** Lets the producer have the room of the record that {@link #poll()} found. */
    public void release() {
        next += Channel.units(length);
        consumed.set(next - 1);
    }

    public UnsafeBuffer buffer() {
        return buffer;
    }

    public int offset() {
        return offset;
    }

    public int length() {
        return length;
    }

    public String name() {
        return channel.name();
    }
}
