package io.millrace.engine.stage;

import io.millrace.engine.item.Codec;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.agrona.DirectBuffer;

/**
 * Reads state in the order in which {@link StateWriter} wrote it. Entries of keys are gone through one by one; those of
 * keys that belong to other parts are passed over:
 *
 * <pre>{@code
 *   while (in.nextKey(keys)) {
 *       store.put(in.key(), read(in));
 *   }
 * }</pre>
 *
 * <p>What belongs to keys may be read several times, from several parts: it adds up. Not hot.
 *
 * <p>Thread: the stage's. Allocation: text and immutable items. Deterministic: yes.
 */
public final class StateReader {
    private static final int NO_LIST = -1;

    private final DirectBuffer source;

    /** Step whose state it is, or null. */
    private final String step;

    private final int version;
    private final StatePart from;
    private final StatePart to;
    private final int end;
    private int position;

    /** End of what may be read now: the entry of a key, or everything. */
    private int limit;

    private boolean inEntry;
    private int keysLeft = NO_LIST;
    private long key;

    /** Reads {@code length} bytes from {@code offset}; they must stand outside the heap and stay as they are. */
    public StateReader(final DirectBuffer source, final int offset, final int length) {
        this(source, offset, length, null, 1, StatePart.WHOLE, StatePart.WHOLE);
    }

    private StateReader(
            final DirectBuffer source,
            final int offset,
            final int length,
            final String step,
            final int version,
            final StatePart from,
            final StatePart to) {
        this.source = source;
        this.position = offset;
        this.end = offset + length;
        this.limit = end;
        this.step = step;
        this.version = version;
        this.from = from;
        this.to = to;
    }

    /**
     * Bytes that are the state of a step: gives a reader of them.
     *
     * @param stepId  for messages
     * @param version of the state
     * @param from    part that wrote it
     * @param to      part that reads it: if parts are dealt otherwise, it gets entries of its own keys only
     */
    public StateReader takeStep(final String stepId, final int version, final StatePart from, final StatePart to) {
        final int length = takeLength();
        return new StateReader(source, takeBytes(length), length, stepId, version, from, to);
    }

    /** A reader of all that is left, which leaves this one where it is. */
    public StateReader again() {
        return new StateReader(source, position, limit - position, step, version, from, to);
    }

    /** {@link Stateful#stateVersion} of the step when it wrote what is read here. */
    public int version() {
        return version;
    }

    /** Goes to the entry of the next key, which is then {@link #key()}; false if there are no more. */
    public boolean nextKey(final KeySpace space) {
        leaveEntry();
        if (keysLeft == NO_LIST) {
            keysLeft = source.getInt(claim(Integer.BYTES), ByteOrder.LITTLE_ENDIAN);
        }
        while (keysLeft > 0) {
            keysLeft--;
            final boolean mine = takeEntryKey(space);
            final int length = source.getInt(claim(Integer.BYTES), ByteOrder.LITTLE_ENDIAN);
            final int entry = claim(length);
            if (mine) {
                position = entry;
                limit = entry + length;
                inEntry = true;
                return true;
            }
        }
        keysLeft = NO_LIST;
        return false;
    }

    /** The stage's number for the key whose entry is read. */
    public long key() {
        return key;
    }

    private void leaveEntry() {
        if (inEntry) {
            if (position < limit) {
                throw leftUnread();
            }
            inEntry = false;
            limit = end;
        }
    }

    private StateException leftUnread() {
        return new StateException((limit - position) + " bytes of a key are left unread in " + this
                + ": it was written by another version of the step; stateVersion() is to be raised when what is written"
                + " changes");
    }

    /** A key of another part gets no number here. */
    private boolean takeEntryKey(final KeySpace space) {
        final boolean all = from.parts() == to.parts();
        if (space instanceof TextKeys keys) {
            final int length = source.getInt(claim(Integer.BYTES), ByteOrder.LITTLE_ENDIAN);
            final int text = claim(length);
            final boolean mine = all || to.has(KeyHash.of(source, text, length));
            key = mine ? keys.of(source, text, length) : 0;
            return mine;
        }
        key = source.getLong(claim(Long.BYTES), ByteOrder.LITTLE_ENDIAN);
        return all || to.has(KeyHash.of(key));
    }

    /** Whether anything is left: inside the entry of a key, of that key. */
    public boolean hasMore() {
        return position < limit;
    }

    /** Goes over bytes and gives where they begin. */
    private int claim(final int bytes) {
        if (bytes < 0 || bytes > limit - position) {
            throw beyondEnd(bytes);
        }
        final int at = position;
        position += bytes;
        return at;
    }

    private StateException beyondEnd(final int bytes) {
        return new StateException(this + " has " + (limit - position)
                + " bytes left where " + bytes
                + " were to be read: it was written by another version of the step, or is"
                + " not read in the order in which it was written");
    }

    private int claimShared(final int bytes) {
        if (!inEntry && from.parts() != to.parts()) {
            throw notByKey();
        }
        return claim(bytes);
    }

    private StateException notByKey() {
        return new StateException(this + " was written by " + from + " and is to be read by " + to
                + ", but not all of it belongs to keys: run it with as many parts as before, or let the step write what"
                + " it keeps by beginKey()");
    }

    /** A key: the stage's number for it. */
    public long takeKey(final KeySpace space) {
        if (!(space instanceof TextKeys keys)) {
            return takeLong();
        }
        final int length = takeInt();
        return keys.of(source, claimShared(length), length);
    }

    public long takeLong() {
        return source.getLong(claimShared(Long.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    public int takeInt() {
        return source.getInt(claimShared(Integer.BYTES), ByteOrder.LITTLE_ENDIAN);
    }

    public boolean takeBoolean() {
        return source.getByte(claimShared(Byte.BYTES)) != 0;
    }

    public String takeText() {
        final int length = takeInt();
        final byte[] text = new byte[Math.max(0, Math.min(length, limit - position))];
        source.getBytes(claimShared(length), text);
        return new String(text, StandardCharsets.UTF_8);
    }

    /**
     * An item.
     *
     * @param reuse an item of {@link Codec#create()}
     * @return {@code reuse}, or a new item if items of the type are immutable; if it is a view, valid as long as the
     *     bytes that are read here
     */
    public <T> T takeItem(final Codec<T> codec, final T reuse) {
        final int length = takeInt();
        return codec.decode(source, claimShared(length), length, reuse);
    }

    /** Bytes: gives their number, and {@link #takeBytes} must follow. */
    public int takeLength() {
        return takeInt();
    }

    /** The buffer that {@link #takeBytes} points into. */
    public DirectBuffer buffer() {
        return source;
    }

    /** Passes over bytes and gives where in {@link #buffer()} they begin. */
    public int takeBytes(final int length) {
        return claimShared(length);
    }

    @Override
    public String toString() {
        return step == null ? "the state of a stage" : "the state of step '" + step + "', version " + version + ",";
    }
}
