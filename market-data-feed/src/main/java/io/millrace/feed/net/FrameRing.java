package io.millrace.feed.net;

import io.millrace.engine.channel.Channel;
import io.millrace.engine.channel.ChannelReader;
import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.loop.Inlet;
import io.millrace.feed.decode.EventTarget;
import java.nio.ByteOrder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Carries decoded frames from the network thread to the ingress thread. A frame is one record of a channel, so it arrives
 * whole; when the channel is full, frames wait in the network thread's own buffer until {@link #flush} finds room.
 *
 * <pre>
 *  network thread                                        ingress thread
 *  claim, commit ──▶ waiting: frame | frame | ... ──flush──▶ channel ──drainTo──▶ Inlet
 *
 *   frame                                    event, at a multiple of eight bytes
 *   0        4      5       8                0        4       6      7      8
 *  +--------+------+-------+-------+-----   +--------+-------+------+------+-----------+
 *  | length | kind | 0     | event | ...    | length | input | kind | 0    | payload   |
 *  +--------+------+-------+-------+-----   +--------+-------+------+------+-----------+
 * </pre>
 *
 * <p>Thread: network thread, but for {@link #drainTo}: ingress thread. Allocation: only for more waiting bytes than ever
 * before. Deterministic: keeps order.
 */
public final class FrameRing implements EventTarget {
    private static final int USUAL_WAITING = 1 << 17;
    private static final int FRAME_HEADER = 8;
    private static final int EVENT_HEADER = 8;
    private static final int EVENT_INPUT = 4;
    private static final int EVENT_KIND = 6;

    private final Channel channel;
    private final ChannelReader reader;
    private final UnsafeBuffer waiting =
            new UnsafeBuffer(BufferUtil.allocateDirectAligned(USUAL_WAITING, RecordLayout.ALIGNMENT));
    private int first;
    private int begun;
    private int end;

    /** @param units capacity in units of {@link Channel#UNIT} bytes; a power of two */
    public FrameRing(final String name, final int units) {
        channel = new Channel(name, units);
        reader = channel.reader();
    }

    /** Begins a frame. */
    public void beginFrame() {
        begun = end;
        end += FRAME_HEADER;
    }

    @Override
    public UnsafeBuffer buffer() {
        return waiting;
    }

    @Override
    public int claim(final int maxLength) {
        final int needed = RecordLayout.aligned(end + EVENT_HEADER + maxLength);
        if (needed > waiting.capacity()) {
            final UnsafeBuffer larger = new UnsafeBuffer(
                    BufferUtil.allocateDirectAligned(Math.max(needed, 2 * waiting.capacity()), RecordLayout.ALIGNMENT));
            larger.putBytes(0, waiting, 0, end);
            waiting.wrap(larger);
        }
        return end + EVENT_HEADER;
    }

    @Override
    public long claimAddress(final int maxLength) {
        final int offset = claim(maxLength);
        return OffHeap.address(waiting) + offset;
    }

    @Override
    public void commit(final int input, final byte kind, final int length) {
        waiting.putInt(end, length, ByteOrder.LITTLE_ENDIAN);
        waiting.putShort(end + EVENT_INPUT, (short) input, ByteOrder.LITTLE_ENDIAN);
        waiting.putByte(end + EVENT_KIND, kind);
        end = RecordLayout.aligned(end + EVENT_HEADER + length);
    }

    /**
     * Ends a frame and passes on what there is room for.
     *
     * @return whether the frame can ever be passed on; one that is larger than the channel is dropped
     */
    public boolean endFrame() {
        final int length = end - begun;
        if (length == FRAME_HEADER) {
            end = begun;
            return true;
        }
        if (!channel.fits(length)) {
            end = begun;
            return false;
        }
        waiting.putInt(begun + RecordLayout.LENGTH, length, ByteOrder.LITTLE_ENDIAN);
        waiting.putByte(begun + RecordLayout.KIND, RecordKind.DATA);
        flush();
        return true;
    }

    /** Passes on waiting frames while there is room; gives whether none is left. */
    public boolean flush() {
        while (first < end) {
            final int length = RecordLayout.length(waiting, first);
            final int offset = channel.tryClaim(length);
            if (offset < 0) {
                channel.publish();
                return false;
            }
            channel.buffer().putBytes(offset, waiting, first, length);
            first += length;
        }
        channel.publish();
        first = 0;
        end = 0;
        return true;
    }

    /** Whether frames wait for room: whoever reads from the network should stop. */
    public boolean isFull() {
        return first < end;
    }

    /** Units of the channel that are in use; any thread. */
    public long backlog() {
        return channel.backlog();
    }

    /** Bytes that wait for room. */
    public int waitingBytes() {
        return end - first;
    }

    /**
     * Gives the frames that have arrived, until none is left or the inlet is full.
     *
     * @return records given
     */
    public int drainTo(final Inlet inlet) {
        int records = 0;
        while (!inlet.isFull() && reader.poll()) {
            records += give(inlet);
            reader.release();
        }
        return records;
    }

    private int give(final Inlet inlet) {
        final UnsafeBuffer buffer = reader.buffer();
        final int frameEnd = reader.offset() + reader.length();
        int records = 0;
        int event = reader.offset() + FRAME_HEADER;
        inlet.beginFrame(RecordLayout.NO_POSITION);
        while (event < frameEnd) {
            final int length = buffer.getInt(event, ByteOrder.LITTLE_ENDIAN);
            final int input = buffer.getShort(event + EVENT_INPUT, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
            final int offset = inlet.claim(length);
            inlet.buffer().putBytes(offset, buffer, event + EVENT_HEADER, length);
            inlet.commit(input, buffer.getByte(event + EVENT_KIND), length);
            event = RecordLayout.aligned(event + EVENT_HEADER + length);
            records++;
        }
        inlet.endFrame();
        return records;
    }
}
