package io.millrace.journal.snapshot;

import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A 64-bit hash of a snapshot's bytes: equal state, equal hash, on every machine. It tells by chance, not by a secret: it
 * is no protection from somebody who wants two snapshots to look alike.
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
final class SnapshotHash {
    private static final long SEED = 0x9E37_79B9_7F4A_7C15L;
    private static final long FIRST = 0xBF58_476D_1CE4_E5B9L;
    private static final long SECOND = 0x94D0_49BB_1331_11EBL;

    private SnapshotHash() {}

    /** The hash of the first bytes of a buffer. */
    static long of(final DirectBuffer bytes, final int length) {
        long hash = mix(SEED + length);
        int at = 0;
        for (; at + Long.BYTES <= length; at += Long.BYTES) {
            hash = mix(hash ^ bytes.getLong(at, ByteOrder.LITTLE_ENDIAN));
        }
        for (; at < length; at++) {
            hash = mix(hash ^ (bytes.getByte(at) & 0xFFL));
        }
        return hash;
    }

    /** The finish of SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014). */
    private static long mix(final long value) {
        long bits = value + SEED;
        bits = (bits ^ (bits >>> 30)) * FIRST;
        bits = (bits ^ (bits >>> 27)) * SECOND;
        return bits ^ (bits >>> 31);
    }
}
