package io.millrace.bench.operators;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.item.OffHeap;
import io.millrace.engine.item.OffHeapCodec;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/** What flows in, and most of what comes out: a key, a value, and two times. */
final class Tick {
    static final Type TYPE = new Type();

    /** Bytes of an encoded one. */
    static final int LENGTH = 32;

    private static final int VALUE = 8;
    private static final int TIME = 16;
    private static final int SENT = 24;

    long key;
    long value;
    /** When it happened: out of order. */
    long time;

    /** When it was sent: in order. */
    long sent;

    long key() {
        return key;
    }

    long value() {
        return value;
    }

    long time() {
        return time;
    }

    long sent() {
        return sent;
    }

    /** Of all fields. */
    long sum() {
        return key + value + time + sent;
    }

    void set(final Tick other) {
        key = other.key;
        value = other.value;
        time = other.time;
        sent = other.sent;
    }

    /** Adds another one's value and takes over the rest. */
    void add(final Tick other) {
        value += other.value;
        key = other.key;
        time = other.time;
        sent = other.sent;
    }

    /** Little-endian: key, value, time, sent. */
    static final class Type implements ItemType<Tick, Tick>, OffHeapCodec<Tick> {
        private Type() {}

        @Override
        public String name() {
            return "bench.tick";
        }

        @Override
        public int version() {
            return 1;
        }

        @Override
        public Tick create() {
            return new Tick();
        }

        @Override
        public void clear(final Tick item) {
            item.key = 0;
            item.value = 0;
            item.time = 0;
            item.sent = 0;
        }

        @Override
        public int encode(final Tick item, final MutableDirectBuffer target, final int offset) {
            target.putLong(offset, item.key, ByteOrder.LITTLE_ENDIAN);
            target.putLong(offset + VALUE, item.value, ByteOrder.LITTLE_ENDIAN);
            target.putLong(offset + TIME, item.time, ByteOrder.LITTLE_ENDIAN);
            target.putLong(offset + SENT, item.sent, ByteOrder.LITTLE_ENDIAN);
            return LENGTH;
        }

        @Override
        public Tick decode(final DirectBuffer source, final int offset, final int length, final Tick reuse) {
            reuse.key = source.getLong(offset, ByteOrder.LITTLE_ENDIAN);
            reuse.value = source.getLong(offset + VALUE, ByteOrder.LITTLE_ENDIAN);
            reuse.time = source.getLong(offset + TIME, ByteOrder.LITTLE_ENDIAN);
            reuse.sent = source.getLong(offset + SENT, ByteOrder.LITTLE_ENDIAN);
            return reuse;
        }

        @Override
        public Tick view(final long address, final int length, final Tick reuse) {
            if (length != LENGTH) {
                throw wrongLength(length);
            }
            reuse.key = OffHeap.int64(address);
            reuse.value = OffHeap.int64(address + VALUE);
            reuse.time = OffHeap.int64(address + TIME);
            reuse.sent = OffHeap.int64(address + SENT);
            return reuse;
        }

        private static IllegalArgumentException wrongLength(final int length) {
            return new IllegalArgumentException("a tick of " + length + " bytes: has " + LENGTH);
        }
    }
}
