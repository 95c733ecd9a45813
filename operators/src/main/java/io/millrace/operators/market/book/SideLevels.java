package io.millrace.operators.market.book;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import java.util.Arrays;

/**
 * The levels of one side of a book, in arrays that are sorted so that the best one is the last: where most changes are,
 * little is to be moved. There is room at both ends, and what is inserted moves the shorter part, so that snapshots load
 * fast from either end, and cutting off the worst levels moves nothing.
 *
 * <pre>
 *         first                     end
 *   ┌ ─ ─ ┬──────┬──────┬─ ─ ┬──────┬ ─ ─ ┐
 *    room   worst                best  room
 *   └ ─ ─ ┴──────┴──────┴─ ─ ┴──────┴ ─ ─ ┘
 * </pre>
 *
 * <p>Thread: one. Allocation: for more levels than ever before. Deterministic: yes.
 */
final class SideLevels {
    private static final int FEW = 64;

    /** Keys rise towards the touch: a bid's is its price, an offer's is its negated price. */
    private final int sign;

    private long[] keys = new long[FEW];
    private long[] sizes = new long[FEW];

    /** Digits behind the point as they were sent, or null if nobody asks for them. */
    private short[] digits;

    private int first = FEW / 2;
    private int end = FEW / 2;

    SideLevels(final boolean isBid) {
        sign = isBid ? 1 : -1;
    }

    int count() {
        return end - first;
    }

    /** Price of a level, the best one being 0. */
    long price(final int index) {
        return sign * keys[end - 1 - index];
    }

    long size(final int index) {
        return sizes[end - 1 - index];
    }

    /** Digits of price and size as {@link #set} was given them. */
    int digits(final int index) {
        return digits[end - 1 - index];
    }

    /** Size of the level at a price; 0 if there is none. */
    long sizeAt(final long price) {
        final int at = find(sign * price);
        return at < end && keys[at] == sign * price ? sizes[at] : 0;
    }

    /** Forgets all levels. */
    void clear() {
        first = keys.length / 2;
        end = first;
    }

    /** Whether digits are kept. To be said of a side without levels. */
    void keepDigits(final boolean keep) {
        if (keep != (digits != null)) {
            digits = keep ? new short[keys.length] : null;
        }
    }

    /**
     * Gives a level its size.
     *
     * @param size 0 to remove it, if it is there
     * @param sent digits of price and size as they were sent, in 16 bits
     */
    void set(final long price, final long size, final int sent) {
        final long key = sign * price;
        final int at = find(key);
        if (at < end && keys[at] == key) {
            if (size == 0) {
                remove(at);
            } else {
                put(at, key, size, sent);
            }
        } else if (size != 0) {
            put(insert(at), key, size, sent);
        }
    }

    private void put(final int at, final long key, final long size, final int sent) {
        keys[at] = key;
        sizes[at] = size;
        if (digits != null) {
            digits[at] = (short) sent;
        }
    }

    /** Place of the first key that is not smaller: looked for in strides that grow with the distance from the touch. */
    private int find(final long key) {
        int high = end;
        int low = end - 1;
        int stride = 1;
        while (low >= first && keys[low] >= key) {
            high = low;
            low -= stride;
            stride <<= 1;
        }
        low = Math.max(low + 1, first);
        while (low < high) {
            final int middle = low + high >>> 1;
            if (keys[middle] < key) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Makes a gap in front of a place; gives where it is. */
    private int insert(final int place) {
        int at = place;
        if (first == 0 || end == keys.length) {
            final int offset = at - first;
            makeRoom();
            at = first + offset;
        }
        if (at - first < end - at) {
            move(first, first - 1, at - first);
            first--;
            return at - 1;
        }
        move(at, at + 1, end - at);
        end++;
        return at;
    }

    private void remove(final int at) {
        if (at - first < end - 1 - at) {
            move(first, first + 1, at - first);
            first++;
        } else {
            move(at + 1, at, end - 1 - at);
            end--;
        }
    }

    private void move(final int from, final int to, final int length) {
        if (length > 0) {
            System.arraycopy(keys, from, keys, to, length);
            System.arraycopy(sizes, from, sizes, to, length);
            if (digits != null) {
                System.arraycopy(digits, from, digits, to, length);
            }
        }
    }

    /** Puts the levels in the middle, of longer arrays if they are more than half of what there is. */
    private void makeRoom() {
        final int count = count();
        if (2 * count > keys.length) {
            grow(2 * keys.length);
        }
        final int middle = (keys.length - count) / 2;
        move(first, middle, count);
        first = middle;
        end = middle + count;
    }

    private void grow(final int length) {
        keys = Arrays.copyOf(keys, length);
        sizes = Arrays.copyOf(sizes, length);
        if (digits != null) {
            digits = Arrays.copyOf(digits, length);
        }
    }

    /** Forgets the worst levels. */
    void truncate(final int depth) {
        first = Math.max(first, end - depth);
    }

    /** Whether prices and sizes times these fit. */
    boolean canMultiply(final long priceFactor, final long sizeFactor) {
        for (int i = first; i < end; i++) {
            if (!OrderBook.fits(keys[i], priceFactor) || !OrderBook.fits(sizes[i], sizeFactor)) {
                return false;
            }
        }
        return true;
    }

    /** After a change of scale. */
    void multiply(final long priceFactor, final long sizeFactor) {
        for (int i = first; i < end; i++) {
            keys[i] *= priceFactor;
            sizes[i] *= sizeFactor;
        }
    }

    /** Becomes the best levels of another. Digits are left out. */
    void copy(final SideLevels other, final int most) {
        final int count = Math.min(most, other.count());
        begin(count);
        System.arraycopy(other.keys, other.end - count, keys, first, count);
        System.arraycopy(other.sizes, other.end - count, sizes, first, count);
    }

    /** Makes place for levels that are then {@link #fill}ed in. */
    void begin(final int count) {
        int length = keys.length;
        while (length < count + 2) {
            length *= 2;
        }
        if (length > keys.length) {
            grow(length);
        }
        first = (length - count) / 2;
        end = first + count;
    }

    /** Fills in a level, the best one being 0. */
    void fill(final int index, final long price, final long size) {
        keys[end - 1 - index] = sign * price;
        sizes[end - 1 - index] = size;
    }

    void write(final StateWriter out) {
        out.putInt(count()).putBoolean(digits != null);
        for (int i = first; i < end; i++) {
            out.putLong(keys[i]).putLong(sizes[i]);
            if (digits != null) {
                out.putInt(digits[i]);
            }
        }
    }

    void read(final StateReader in) {
        begin(in.takeInt());
        keepDigits(in.takeBoolean());
        for (int i = first; i < end; i++) {
            keys[i] = in.takeLong();
            sizes[i] = in.takeLong();
            if (digits != null) {
                digits[i] = (short) in.takeInt();
            }
        }
    }
}
