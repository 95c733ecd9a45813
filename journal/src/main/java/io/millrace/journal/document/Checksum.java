package io.millrace.journal.document;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.agrona.BufferUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * CRC32C over memory, without garbage. The JDK computes it from arrays and byte buffers only, in place.
 *
 * <p>Thread: one. Allocation: for a memory not seen before. Deterministic: yes.
 */
public final class Checksum {
    private final CRC32C crc = new CRC32C();
    private ByteBuffer seen;
    private ByteBuffer view;
    private UnsafeBuffer copy;

    /** Begins anew. */
    public Checksum reset() {
        crc.reset();
        return this;
    }

    /** Goes over bytes of a buffer, whatever it wraps. */
    public Checksum update(final UnsafeBuffer buffer, final int offset, final int length) {
        if (buffer.byteArray() != null) {
            crc.update(buffer.byteArray(), buffer.wrapAdjustment() + offset, length);
        } else if (buffer.byteBuffer() != null) {
            updateDirect(buffer.byteBuffer(), buffer.wrapAdjustment() + offset, length);
        } else {
            updateCopy(buffer, offset, length);
        }
        return this;
    }

    @SuppressWarnings("ReferenceEquality") // equal buffers may be different memory
    private void updateDirect(final ByteBuffer bytes, final int from, final int length) {
        if (bytes != seen) {
            seen = bytes;
            view = bytes.duplicate();
        }
        view.limit(from + length).position(from);
        crc.update(view);
    }

    /** Memory known by its address only. */
    private void updateCopy(final UnsafeBuffer buffer, final int offset, final int length) {
        if (copy == null || copy.capacity() < length) {
            copy = new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, Long.BYTES));
        }
        copy.putBytes(0, buffer, offset, length);
        updateDirect(copy.byteBuffer(), copy.wrapAdjustment(), length);
    }

    /** The checksum of what was gone over. */
    public int value() {
        return (int) crc.getValue();
    }
}
