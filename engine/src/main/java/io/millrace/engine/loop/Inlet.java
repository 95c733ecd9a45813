package io.millrace.engine.loop;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.item.OffHeap;
import java.nio.ByteOrder;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Where sources put their records: the batch that is journaled next. A source gives its records in frames; a frame is in
 * the batch as a whole or not at all.
 *
 * <pre>{@code
 *   while (!inlet.isFull() && (frame = nextFrame()) != null) {
 *       inlet.beginFrame(frame.position());
 *       for (each event of the frame) {
 *           int offset = inlet.claim(maxLength);
 *           int length = encode(event, inlet.buffer(), offset);
 *           inlet.commit(input, RecordKind.DATA, length);
 *       }
 *       inlet.endFrame();          // or, if something was wrong with it, abortFrame()
 *   }
 * }</pre>
 *
 * <p>Thread: the ingress thread. Allocation: only for a larger frame than any before. Deterministic: numbers are.
 */
public final class Inlet {
    private static final int USUAL_BATCH = 1 << 16;

    private final int maxRecords;
    private final int maxBytes;
    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(USUAL_BATCH, Long.BYTES));
    private long address = OffHeap.address(buffer);
    private int end;
    private int count;
    private int claimedAt;
    private int frameStart;
    private int frameStartCount;
    private final InputPlaces places;
    private long firstSeq;
    private long lastCut = -1;
    private long time;
    private long position;

    /**
     * @param maxRecords records after which a batch is full
     * @param maxBytes   bytes after which a batch is full
     * @param beginning  number and time that it begins with, and how far the inputs have come
     */
    public Inlet(final int maxRecords, final int maxBytes, final Beginning beginning) {
        this.maxRecords = maxRecords;
        this.maxBytes = maxBytes;
        this.firstSeq = beginning.nextSeq();
        this.time = beginning.time();
        this.places = beginning.places();
    }

    /** Whether a source should leave the rest for the next batch. A frame that has begun may still be finished. */
    public boolean isFull() {
        return count >= maxRecords || end >= maxBytes;
    }

    /** Memory to encode into, where {@link #claim} says. */
    public UnsafeBuffer buffer() {
        return buffer;
    }

    /** Time of the records that follow, epoch nanoseconds; a live source leaves it as it is. */
    public void time(final long ingestTime) {
        time = ingestTime;
    }

    /**
     * Begins a frame.
     *
     * @param sourcePosition the source's place behind this frame, or {@link RecordLayout#NO_POSITION}
     */
    public void beginFrame(final long sourcePosition) {
        position = sourcePosition;
        frameStart = end;
        frameStartCount = count;
    }

    /**
     * Makes room for the payload of one record.
     *
     * @param maxLength most bytes that it can have
     * @return offset in {@link #buffer()}, which may have moved
     */
    public int claim(final int maxLength) {
        claimedAt = end + RecordLayout.HEADER;
        final int needed = RecordLayout.aligned(claimedAt + maxLength);
        if (needed > buffer.capacity()) {
            grow(needed);
        }
        return claimedAt;
    }

    /** The same as {@link #claim}; gives the address, which is outside the heap. */
    public long claimAddress(final int maxLength) {
        final int offset = claim(maxLength);
        return address + offset;
    }

    private void grow(final int needed) {
        final UnsafeBuffer larger =
                new UnsafeBuffer(BufferUtil.allocateDirectAligned(Math.max(needed, buffer.capacity() * 2), Long.BYTES));
        larger.putBytes(0, buffer, 0, end);
        buffer.wrap(larger);
        address = OffHeap.address(buffer);
    }

    /**
     * Adds the record whose payload was encoded at the last {@link #claim}.
     *
     * @param input  number of the input, from {@link io.millrace.engine.spi.SourceContext#input}
     * @param kind   what it is
     * @param length bytes of the payload
     */
    public void commit(final int input, final byte kind, final int length) {
        add(input, kind, (byte) 0, length);
    }

    private void add(final int input, final byte kind, final byte flags, final int length) {
        RecordLayout.header(address + end, length, kind, flags, input, firstSeq + count, time, position);
        places.at(input, position);
        count++;
        end = RecordLayout.aligned(end + RecordLayout.HEADER + length);
    }

    /** Ends a frame: its records are in the batch. */
    public void endFrame() {
        frameStart = end;
        frameStartCount = count;
    }

    /** Takes a frame back. */
    public void abortFrame() {
        end = frameStart;
        count = frameStartCount;
    }

    void tick() {
        control(RecordKind.TICK, 0, (byte) 0);
    }

    void inputEnd(final int input, final boolean last) {
        control(RecordKind.INPUT_END, input, last ? RecordLayout.FLAG_LAST : 0);
        places.end(input);
    }

    /** The cut at which a snapshot is taken: takes no time, and says how far the inputs have come. */
    void cut() {
        beginFrame(RecordLayout.NO_POSITION);
        final int offset = claim(places.length());
        places.write(buffer, offset, time);
        lastCut = firstSeq + count;
        add(0, RecordKind.SNAPSHOT, (byte) 0, places.length());
        endFrame();
    }

    /** Whether a record has come since the last cut. */
    boolean hasNews() {
        return firstSeq + count > lastCut + 1;
    }

    /** The process was down: takes no time, and says how long that was, in nanoseconds. */
    void resumed(final long gap) {
        beginFrame(RecordLayout.NO_POSITION);
        final int offset = claim(Long.BYTES);
        buffer.putLong(offset, gap, ByteOrder.LITTLE_ENDIAN);
        add(0, RecordKind.RESUMED, (byte) 0, Long.BYTES);
        endFrame();
    }

    private void control(final byte kind, final int input, final byte flags) {
        beginFrame(RecordLayout.NO_POSITION);
        claim(0);
        add(input, kind, flags, 0);
        endFrame();
    }

    /** Starts the next batch behind this one. */
    void clear() {
        firstSeq += count;
        count = 0;
        end = 0;
        endFrame();
    }

    int length() {
        return end;
    }

    int count() {
        return count;
    }

    long firstSeq() {
        return firstSeq;
    }

    long time() {
        return time;
    }
}
