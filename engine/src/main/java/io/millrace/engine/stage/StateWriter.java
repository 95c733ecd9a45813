package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import io.millrace.engine.item.Utf8;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;
import org.agrona.ExpandableDirectByteBuffer;

/**
 * State as bytes in canonical order: for snapshots, and for the hash that tells whether two states are equal. What is
 * written is read back in the same order by {@link StateReader}. Not hot.
 *
 * <p>What belongs to a key is written as an entry, so that parts can take the keys that are theirs:
 *
 * <pre>{@code
 *   final KeyList sorted = store.sortedKeys(keys);
 *   out.beginKeys(sorted.size());
 *   for (int i = 0; i < sorted.size(); i++) {
 *       out.beginKey(keys, sorted.get(i));
 *       store.get(sorted.get(i)).write(out);
 *       out.endKey();
 *   }
 * }</pre>
 *
 * <pre>
 *   entries:  | count (4) | entry | entry | ...
 *   entry:    | key: a number (8), or length (4) and UTF-8 | length (4) | what was written for the key |
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: grows. Deterministic: equal state gives equal bytes.
 */
public final class StateWriter {
    private static final int USUAL = 4_096;
    private static final int NONE = -1;

    private final ExpandableDirectByteBuffer bytes = new ExpandableDirectByteBuffer(USUAL);
    private int length;

    /** Where the entry begins that is being written, and the length in it. */
    private int entry = NONE;

    private int entryLength;

    /** Number of {@link #beginKeys}: the same entry counts differently in each. */
    private long lists;

    private final boolean hashes;
    private long entriesHash;
    private long looseHash;

    /** Where what has not been hashed begins: it belongs to no key. */
    private int looseFrom;

    /** A writer of bytes only. */
    public StateWriter() {
        this(false);
    }

    private StateWriter(final boolean hashes) {
        this.hashes = hashes;
    }

    /** A writer that can tell the {@link #hash()} of what it wrote. */
    public static StateWriter hashing() {
        return new StateWriter(true);
    }

    /** Entries of this many keys follow, in the order of the keys' values. */
    public StateWriter beginKeys(final int count) {
        hashLoose();
        putInt(count);
        // The number of entries says nothing that they don't say.
        looseFrom = length;
        lists++;
        return this;
    }

    /** What is written up to {@link #endKey} belongs to a key. */
    public StateWriter beginKey(final KeySpace space, final long key) {
        if (entry != NONE) {
            throw new IllegalStateException("the entry of a key can't stand in that of another: endKey() is missing");
        }
        entry = length;
        putKey(space, key);
        entryLength = beginBytes();
        return this;
    }

    /** All of the key has been written. */
    public StateWriter endKey() {
        endBytes(entryLength);
        if (hashes) {
            entriesHash += KeyHash.of64(bytes, entry, length - entry) * (2 * lists + 1);
        }
        looseFrom = length;
        entry = NONE;
        return this;
    }

    private void hashLoose() {
        if (hashes && length > looseFrom) {
            looseHash = 31 * looseHash + KeyHash.of64(bytes, looseFrom, length - looseFrom);
            looseFrom = length;
        }
    }

    /** Bytes follow up to {@link #endBytes}, behind their number; gives what that must be told. */
    public int beginBytes() {
        putInt(0);
        return length;
    }

    /** The bytes are complete that began where {@link #beginBytes} said. */
    public StateWriter endBytes(final int begin) {
        bytes.putInt(begin - Integer.BYTES, length - begin, ByteOrder.LITTLE_ENDIAN);
        return this;
    }

    /** A key, by value. */
    public StateWriter putKey(final KeySpace space, final long key) {
        if (!(space instanceof TextKeys)) {
            return putLong(key);
        }
        return putBytes(space.text(), space.textOffset(key), space.textLength(key));
    }

    public StateWriter putLong(final long value) {
        bytes.putLong(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Long.BYTES;
        return this;
    }

    public StateWriter putInt(final int value) {
        bytes.putInt(length, value, ByteOrder.LITTLE_ENDIAN);
        length += Integer.BYTES;
        return this;
    }

    public StateWriter putBoolean(final boolean value) {
        bytes.putByte(length++, (byte) (value ? 1 : 0));
        return this;
    }

    /** An item, behind its length. */
    public <T> StateWriter putItem(final Codec<? super T> codec, final T item) {
        final int written = codec.encode(item, bytes, length + Integer.BYTES);
        putInt(written);
        length += written;
        return this;
    }

    /** Bytes, behind their number. */
    public StateWriter putBytes(final DirectBuffer source, final int offset, final int count) {
        putInt(count);
        bytes.putBytes(length, source, offset, count);
        length += count;
        return this;
    }

    /** Text, behind its length. */
    public StateWriter putText(final CharSequence text) {
        final int written = Utf8.encode(text, bytes, length + Integer.BYTES);
        putInt(written);
        length += written;
        return this;
    }

    /** What was written; changes with the next write. */
    public DirectBuffer buffer() {
        return bytes;
    }

    /** Number of bytes written. */
    public int length() {
        return length;
    }

    /** Forgets what was written. */
    public StateWriter clear() {
        length = 0;
        entry = NONE;
        lists = 0;
        entriesHash = 0;
        looseHash = 0;
        looseFrom = 0;
        return this;
    }

    /**
     * 64-bit hash of everything written. Entries of keys add to it by themselves: the hashes of several parts, added up,
     * are that of a whole that has all their keys.
     *
     * @throws IllegalStateException if the writer is not one that is {@link #hashing()}
     */
    public long hash() {
        if (!hashes) {
            throw new IllegalStateException("a writer of bytes only does not hash: make it by hashing()");
        }
        hashLoose();
        return entriesHash + looseHash;
    }
}
