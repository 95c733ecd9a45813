package io.millrace.engine.item;

import java.nio.ByteOrder;
import java.util.Objects;
import org.agrona.DirectBuffer;
import org.agrona.UnsafeApi;

/**
 * Reads and writes little-endian numbers outside the heap by address, for what is done with every record: a buffer that
 * may be on the heap costs a memory barrier per access, because the compiler can't tell which memory it is, and a bounds
 * check. Whoever uses an address has checked the bounds of the whole record or event before.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class OffHeap {
    private static final long FIRST_INT64 = UnsafeApi.arrayBaseOffset(long[].class);

    static {
        if (ByteOrder.nativeOrder() != ByteOrder.LITTLE_ENDIAN) {
            throw new ExceptionInInitializerError("Millrace runs on little-endian processors only");
        }
    }

    private OffHeap() {}

    /**
     * Address of the first byte of a buffer.
     *
     * @throws IllegalArgumentException if the buffer is on the heap
     */
    public static long address(final DirectBuffer buffer) {
        if (buffer.byteArray() != null) {
            throw new IllegalArgumentException("records must stand outside the heap: use a direct buffer");
        }
        return buffer.addressOffset();
    }

    public static byte int8(final long address) {
        return UnsafeApi.getByte(address);
    }

    public static short int16(final long address) {
        return UnsafeApi.getShort(address);
    }

    public static int int32(final long address) {
        return UnsafeApi.getInt(address);
    }

    public static long int64(final long address) {
        return UnsafeApi.getLong(address);
    }

    public static void int8(final long address, final byte value) {
        UnsafeApi.putByte(address, value);
    }

    public static void int32(final long address, final int value) {
        UnsafeApi.putInt(address, value);
    }

    public static void int16(final long address, final short value) {
        UnsafeApi.putShort(address, value);
    }

    public static void int64(final long address, final long value) {
        UnsafeApi.putLong(address, value);
    }

    /** Writes numbers of an array, one behind the other. */
    public static void int64s(final long address, final long[] values, final int from, final int count) {
        Objects.checkFromIndexSize(from, count, values.length);
        UnsafeApi.copyMemory(values, FIRST_INT64 + (long) from * Long.BYTES, null, address, (long) count * Long.BYTES);
    }
}
