package io.millrace.operators.lookup;

import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.store.ItemSlot;
import io.millrace.operators.store.ItemSlots;
import java.util.Arrays;

/**
 * Copies of items that wait for an answer, with their keys: one queue for each look-up, by its number, all made of the same
 * places.
 *
 * <pre>
 *   look-up 0: first ─▶ place 3 ─▶ place 0 ◀─ last
 *   look-up 1: nobody waits
 *   look-up 2: first ─▶ place 1 ◀─ last                 free ─▶ place 2
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: only for more items than ever before, or longer ones. Deterministic: yes.
 */
final class WaitingItems<T> {
    private static final int NONE = LookupKeys.NONE;
    private static final int FEW = 16;

    private final ItemSlots<T> type;
    private final int capacity;
    private Object[] items = new Object[FEW];
    private long[] keys = new long[FEW];
    private int[] next = new int[FEW];
    private int[] first = nobody(FEW);
    private int[] last = nobody(FEW);
    private int usedPlaces;
    private int firstFree = NONE;
    private int size;

    /** @param capacity most items that wait at a time */
    WaitingItems(final ItemSlots<T> type, final int capacity) {
        this.type = type;
        this.capacity = capacity;
    }

    boolean isFull() {
        return size == capacity;
    }

    boolean isEmpty() {
        return size == 0;
    }

    boolean isEmpty(final int lookup) {
        return lookup >= first.length || first[lookup] == NONE;
    }

    /** Key of the item that has waited longest for a look-up; there is one. */
    long firstKey(final int lookup) {
        return keys[first[lookup]];
    }

    /** The item that has waited longest for a look-up; there is one. */
    T firstItem(final int lookup) {
        return slot(first[lookup]).item();
    }

    @SuppressWarnings("unchecked") // only add() writes to it
    private ItemSlot<T> slot(final int place) {
        return (ItemSlot<T>) items[place];
    }

    /** Adds a copy of an item behind those that wait for the same look-up. */
    void add(final int lookup, final long key, final T item) {
        add(lookup, key, type.keep(item));
    }

    private void add(final int lookup, final long key, final ItemSlot<T> slot) {
        if (lookup >= first.length) {
            growLookups(lookup);
        }
        final int place = takePlace();
        items[place] = slot;
        keys[place] = key;
        next[place] = NONE;
        if (first[lookup] == NONE) {
            first[lookup] = place;
        } else {
            next[last[lookup]] = place;
        }
        last[lookup] = place;
        size++;
    }

    private void growLookups(final int lookup) {
        final int used = first.length;
        final int larger = Integer.highestOneBit(lookup) << 1;
        first = Arrays.copyOf(first, larger);
        last = Arrays.copyOf(last, larger);
        Arrays.fill(first, used, larger, NONE);
        Arrays.fill(last, used, larger, NONE);
    }

    private int takePlace() {
        if (firstFree != NONE) {
            final int place = firstFree;
            firstFree = next[place];
            return place;
        }
        if (usedPlaces == keys.length) {
            final int larger = usedPlaces * 2;
            items = Arrays.copyOf(items, larger);
            keys = Arrays.copyOf(keys, larger);
            next = Arrays.copyOf(next, larger);
        }
        return usedPlaces++;
    }

    /** Forgets the item that has waited longest for a look-up; there is one. */
    void removeFirst(final int lookup) {
        final int place = first[lookup];
        first[lookup] = next[place];
        type.release(slot(place));
        items[place] = null;
        next[place] = firstFree;
        firstFree = place;
        size--;
    }

    /** Forgets all items. */
    void reset() {
        for (int lookup = 0; lookup < first.length; lookup++) {
            while (first[lookup] != NONE) {
                removeFirst(lookup);
            }
        }
    }

    /** Writes what waits for one look-up. */
    void writeState(final int lookup, final KeySpace space, final StateWriter out) {
        int count = 0;
        for (int place = first[lookup]; place != NONE; place = next[place]) {
            count++;
        }
        out.putInt(count);
        for (int place = first[lookup]; place != NONE; place = next[place]) {
            out.putKey(space, keys[place]);
            type.write(slot(place), out);
        }
    }

    /** Reads what {@link #writeState} wrote. */
    void readState(final int lookup, final KeySpace space, final StateReader in) {
        for (int left = in.takeInt(); left > 0; left--) {
            add(lookup, in.takeKey(space), type.read(in));
        }
    }

    private static int[] nobody(final int lookups) {
        final int[] places = new int[lookups];
        Arrays.fill(places, NONE);
        return places;
    }
}
