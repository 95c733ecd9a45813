package io.millrace.bench.codec;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.BufferUtil;

/** Places for events, and the plain way to their fields: what anybody would write first. */
abstract class Fields {
    /** Places; a power of two. */
    static final int PLACES = 1024;

    static final VarHandle INT64 = MethodHandles.byteBufferViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    static final VarHandle INT32 = MethodHandles.byteBufferViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    final ByteBuffer memory;
    final long address;
    final int length;
    private final int stride;

    /** @param length bytes of an event */
    Fields(final int length) {
        this.length = length;
        this.stride = length + Long.BYTES - 1 & -Long.BYTES;
        this.memory = BufferUtil.allocateDirectAligned(stride * PLACES, Long.BYTES);
        this.address = BufferUtil.address(memory);
    }

    /** Offset of a place. */
    final int at(final long number) {
        return (int) (number & PLACES - 1) * stride;
    }

    /** Writes an event as Millrace does. */
    abstract void encode(long number);

    /** Writes the same fields plainly, each as a whole word. */
    abstract void encodePlainly(long number);

    /** Reads all fields as Millrace does. */
    abstract long decode(long number);

    /** Reads as many fields plainly. */
    abstract long decodePlainly(long number);

    final void put(final int offset, final long value) {
        INT64.set(memory, offset, value);
    }

    final void putInt(final int offset, final int value) {
        INT32.set(memory, offset, value);
    }

    final long take(final int offset) {
        return (long) INT64.get(memory, offset);
    }

    final int takeInt(final int offset) {
        return (int) INT32.get(memory, offset);
    }
}
