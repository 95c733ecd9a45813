package io.millrace.bench.decode;

import io.millrace.engine.item.OffHeap;
import io.millrace.feed.decode.EventTarget;
import java.util.Arrays;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/** Keeps the records of one frame, to compare them. */
final class Decoded implements EventTarget {
    private static final int MOST = 1 << 20;

    private final UnsafeBuffer buffer = new UnsafeBuffer(BufferUtil.allocateDirectAligned(MOST, Long.BYTES));
    private int records;
    private int end;
    private int[] marks = new int[1 << 10];

    void begin() {
        records = 0;
        end = 0;
    }

    @Override
    public UnsafeBuffer buffer() {
        return buffer;
    }

    @Override
    public int claim(final int maxLength) {
        return end;
    }

    @Override
    public long claimAddress(final int maxLength) {
        final int offset = claim(maxLength);
        return OffHeap.address(buffer) + offset;
    }

    @Override
    public void commit(final int input, final byte kind, final int length) {
        if (records == marks.length) {
            marks = Arrays.copyOf(marks, 2 * records);
        }
        end += length;
        marks[records++] = end << 8 | kind;
    }

    @Override
    public boolean equals(final Object other) {
        return other instanceof Decoded that
                && records == that.records
                && Arrays.equals(marks, 0, records, that.marks, 0, records)
                && end == that.end
                && new UnsafeBuffer(buffer, 0, end).equals(new UnsafeBuffer(that.buffer, 0, end));
    }

    @Override
    public int hashCode() {
        return new UnsafeBuffer(buffer, 0, end).hashCode();
    }

    @Override
    public String toString() {
        return records + " records of " + end + " B";
    }
}
