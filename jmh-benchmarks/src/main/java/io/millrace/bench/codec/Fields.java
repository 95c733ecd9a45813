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

    /** Writes the length and long fields; gives where the others go. */
    final int putLongs(final long number, final int longs) {
        int at = at(number);
        put(at, length);
        for (int i = 0; i < longs; i++) {
            at += Long.BYTES;
            put(at, number + i);
        }
        return at + Long.BYTES;
    }

    /** Reads the length, long fields, and behind them words of four bytes. */
    final long sumOfWords(final long number, final int longs, final int ints) {
        final int at = at(number);
        long sum = 0;
        for (int i = 0; i <= longs; i++) {
            sum += take(at + i * Long.BYTES);
        }
        for (int i = 0; i < ints; i++) {
            sum += takeInt(at + (longs + 1) * Long.BYTES + i * Integer.BYTES);
        }
        return sum;
    }

    private void put(final int offset, final long value) {
        INT64.set(memory, offset, value);
    }

    final void putInt(final int offset, final int value) {
        INT32.set(memory, offset, value);
    }

    private long take(final int offset) {
        return (long) INT64.get(memory, offset);
    }

    private int takeInt(final int offset) {
        return (int) INT32.get(memory, offset);
    }
}
