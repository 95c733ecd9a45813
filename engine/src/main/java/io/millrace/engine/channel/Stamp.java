package io.millrace.engine.channel;

import java.nio.ByteOrder;
import java.util.Arrays;
import org.agrona.DirectBuffer;
import org.agrona.MutableDirectBuffer;

/**
 * The place of an effect in the one total order, which no layout of threads can change.
 *
 * <p>A stamp is a root and a path. The root is what set things going: a record, a timer, or an end hook. The path says
 * which of the root's consequences this is: every crossing of a thread boundary appends the ordinal of the item among all
 * that the sending stage emitted for what it was working on. Ordinals count emissions in depth-first order, branches in
 * the order of their declaration, so that comparing paths compares places in the run of a single thread.
 *
 * <pre>
 *   time  ▸  timers ▸ records ▸ end hooks  ▸  record: inputSeq                 ▸  path
 *                                             timer:  place, key by value, count
 *                                             end:    place, key by value
 * </pre>
 *
 * <p>Thread: one at a time. Allocation: none, once its arrays have grown to the longest path and key. Deterministic: yes.
 */
public final class Stamp {
    public static final byte TIMER = 0;
    public static final byte RECORD = 1;
    public static final byte END = 2;

    private static final int SEALED = Integer.MAX_VALUE;
    private static final int USUAL_PATH = 8;
    private static final int USUAL_KEY = 32;

    private long time = Long.MIN_VALUE;
    private byte root;
    private long count;
    private int place;
    private long key;
    private int keyLength;
    private byte[] keyText = new byte[USUAL_KEY];
    private int pathLength;
    private int[] path = new int[USUAL_PATH];

    /** Root of a record. */
    public void record(final long stageTime, final long inputSeq) {
        root(stageTime, RECORD, inputSeq, 0, 0);
    }

    /** Root of a timer whose key is a number. */
    public void timer(final long deadline, final int stepPlace, final long stepKey, final long setCount) {
        root(deadline, TIMER, setCount, stepPlace, stepKey);
    }

    /** Root of an end hook whose key is a number. */
    public void end(final long stageTime, final int stepPlace, final long stepKey) {
        root(stageTime, END, 0, stepPlace, stepKey);
    }

    /** Gives a timer or an end hook a text key, in place of the number. */
    public void keyText(final DirectBuffer text, final int offset, final int length) {
        key = 0;
        keyLength = length;
        growKey(length);
        text.getBytes(offset, keyText, 0, length);
    }

    /** Before everything: what a channel promises that has not spoken yet. */
    public void least() {
        root(Long.MIN_VALUE, TIMER, Long.MIN_VALUE, Integer.MIN_VALUE, Long.MIN_VALUE);
    }

    /** Behind everything: what a channel promises that has ended. */
    public void infinite() {
        root(Long.MAX_VALUE, END, 0, Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private void root(
            final long newTime, final byte newRoot, final long newCount, final int newPlace, final long newKey) {
        time = newTime;
        root = newRoot;
        count = newCount;
        place = newPlace;
        key = newKey;
        keyLength = 0;
        pathLength = 0;
    }

    /** Moves behind all consequences of what is stamped now. */
    public void seal() {
        append(SEALED);
    }

    /** Goes down one boundary: the {@code ordinal}-th emission of what is stamped now. */
    public void append(final int ordinal) {
        if (pathLength == path.length) {
            growPath();
        }
        path[pathLength++] = ordinal;
    }

    public void copyFrom(final Stamp other) {
        time = other.time;
        root = other.root;
        count = other.count;
        place = other.place;
        key = other.key;
        keyLength = other.keyLength;
        growKey(keyLength);
        System.arraycopy(other.keyText, 0, keyText, 0, keyLength);
        pathLength = other.pathLength;
        while (path.length < pathLength) {
            growPath();
        }
        System.arraycopy(other.path, 0, path, 0, pathLength);
    }

    /** Reads the stamp of a cell. */
    public void load(final DirectBuffer buffer, final int offset) {
        time = buffer.getLong(offset + CellLayout.TIME, ByteOrder.LITTLE_ENDIAN);
        root = buffer.getByte(offset + CellLayout.ROOT);
        count = buffer.getLong(offset + CellLayout.COUNT, ByteOrder.LITTLE_ENDIAN);
        place = buffer.getInt(offset + CellLayout.PLACE, ByteOrder.LITTLE_ENDIAN);
        key = buffer.getLong(offset + CellLayout.ROOT_KEY, ByteOrder.LITTLE_ENDIAN);
        pathLength = buffer.getShort(offset + CellLayout.PATH_LENGTH, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        while (path.length < pathLength) {
            growPath();
        }
        int at = offset + CellLayout.TAIL;
        for (int i = 0; i < pathLength; i++) {
            path[i] = buffer.getInt(at, ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES;
        }
        keyLength = buffer.getShort(offset + CellLayout.ROOT_KEY_LENGTH, ByteOrder.LITTLE_ENDIAN) & 0xFFFF;
        growKey(keyLength);
        buffer.getBytes(at, keyText, 0, keyLength);
    }

    /** Writes the stamp into a cell, with one more ordinal at the end of the path. */
    void store(final MutableDirectBuffer buffer, final int offset, final int ordinal) {
        buffer.putLong(offset + CellLayout.TIME, time, ByteOrder.LITTLE_ENDIAN);
        buffer.putByte(offset + CellLayout.ROOT, root);
        buffer.putLong(offset + CellLayout.COUNT, count, ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(offset + CellLayout.PLACE, place, ByteOrder.LITTLE_ENDIAN);
        buffer.putLong(offset + CellLayout.ROOT_KEY, key, ByteOrder.LITTLE_ENDIAN);
        buffer.putShort(offset + CellLayout.ROOT_KEY_LENGTH, (short) keyLength, ByteOrder.LITTLE_ENDIAN);
        final boolean deeper = ordinal != NO_ORDINAL;
        final int length = deeper ? pathLength + 1 : pathLength;
        buffer.putShort(offset + CellLayout.PATH_LENGTH, (short) length, ByteOrder.LITTLE_ENDIAN);
        int at = offset + CellLayout.TAIL;
        for (int i = 0; i < pathLength; i++) {
            buffer.putInt(at, path[i], ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES;
        }
        if (deeper) {
            buffer.putInt(at, ordinal, ByteOrder.LITTLE_ENDIAN);
            at += Integer.BYTES;
        }
        buffer.putBytes(at, keyText, 0, keyLength);
    }

    /** For {@link #store}: write the stamp as it is. */
    static final int NO_ORDINAL = -1;

    /** The total order: negative if this comes first. */
    public int compareWith(final Stamp other) {
        if (time != other.time) {
            return time < other.time ? -1 : 1;
        }
        if (root != other.root) {
            return root - other.root;
        }
        if (root == RECORD) {
            if (count != other.count) {
                return count < other.count ? -1 : 1;
            }
        } else {
            final int byStep = compareStep(other);
            if (byStep != 0) {
                return byStep;
            }
        }
        return comparePath(other);
    }

    private int compareStep(final Stamp other) {
        if (place != other.place) {
            return place < other.place ? -1 : 1;
        }
        final int byText = Arrays.compareUnsigned(keyText, 0, keyLength, other.keyText, 0, other.keyLength);
        if (byText != 0) {
            return byText;
        }
        if (key != other.key) {
            return key < other.key ? -1 : 1;
        }
        return Long.compare(count, other.count);
    }

    private int comparePath(final Stamp other) {
        final int shared = Math.min(pathLength, other.pathLength);
        for (int i = 0; i < shared; i++) {
            if (path[i] != other.path[i]) {
                return path[i] < other.path[i] ? -1 : 1;
            }
        }
        return pathLength - other.pathLength;
    }

    /** Stage time of the effect, epoch nanoseconds. */
    public long time() {
        return time;
    }

    public byte root() {
        return root;
    }

    /** Place of the step whose timer or end hook this is. */
    public int place() {
        return place;
    }

    /** Number of the record, if the root is one. */
    public long inputSeq() {
        return count;
    }

    int pathLength() {
        return pathLength;
    }

    int keyLength() {
        return keyLength;
    }

    private void growKey(final int length) {
        if (keyText.length < length) {
            keyText = Arrays.copyOf(keyText, Math.max(length, keyText.length * 2));
        }
    }

    private void growPath() {
        path = Arrays.copyOf(path, path.length * 2);
    }

    @Override
    public String toString() {
        final String what = switch (root) {
            case RECORD -> "record " + count;
            case TIMER -> "timer of step " + place;
            default -> "end of step " + place;
        };
        return time + "/" + what + Arrays.toString(Arrays.copyOf(path, pathLength));
    }
}
