package io.millrace.engine.stage;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * The hash by which keys are dealt to the parts of a parallel stage. It is part of what makes runs repeatable: it never
 * changes, and it depends on the key's value alone. The mixer is the finalizer of SplitMix64 (Steele, Lea, Flood 2014).
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
public final class KeyHash {
    private static final long SEED = 0x9E3779B97F4A7C15L;

    private KeyHash() {}

    public static int of(final long key) {
        return (int) (mix(key + SEED) >>> 32);
    }

    public static int of(final DirectBuffer text, final int offset, final int length) {
        return (int) (of64(text, offset, length) >>> 32);
    }

    /** 64-bit hash of bytes. */
    public static long of64(final DirectBuffer bytes, final int offset, final int length) {
        long hash = mix(SEED + length);
        int at = offset;
        final int end = offset + length;
        while (at + Long.BYTES <= end) {
            hash = mix(hash ^ bytes.getLong(at, ByteOrder.LITTLE_ENDIAN));
            at += Long.BYTES;
        }
        while (at < end) {
            hash = mix(hash ^ (bytes.getByte(at) & 0xFFL));
            at++;
        }
        return hash;
    }

    private static long mix(final long bits) {
        long z = bits;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
