package io.millrace.engine.stage;

import java.util.Arrays;
import org.agrona.collections.Long2ObjectHashMap;

/**
 * State by key. Keys that are small and dense, as instrument ids and the numbers of text keys are, are looked up in an
 * array; others in a hash map.
 *
 * <p>Thread: the stage's. Allocation: only for a key that was never seen. Deterministic: never iterated in hash order.
 *
 * @param <S> the state of one key
 */
public final class KeyedStore<S> {
    /** Keys from 0 up to this are looked up in the array. */
    public static final int DENSE_LIMIT = 1 << 16;

    private static final int FEW = 64;
    private static final float LOAD_FACTOR = 0.55f;

    private Object[] dense = new Object[FEW];
    private int denseSize;
    private final Long2ObjectHashMap<S> sparse = new Long2ObjectHashMap<>(FEW, LOAD_FACTOR);

    /** State of a key, or null. */
    @SuppressWarnings("unchecked") // only put() writes to it
    public S get(final long key) {
        final Object[] array = dense;
        return key >= 0 && key < array.length ? (S) array[(int) key] : sparseGet(key);
    }

    private S sparseGet(final long key) {
        return key >= 0 && key < DENSE_LIMIT ? null : sparse.get(key);
    }

    /** Gives a key, which has none, its state. */
    public void put(final long key, final S state) {
        if (key >= 0 && key < DENSE_LIMIT) {
            if (key >= dense.length) {
                dense = Arrays.copyOf(dense, Integer.highestOneBit((int) key) << 1);
            }
            dense[(int) key] = state;
            denseSize++;
        } else {
            sparse.put(key, state);
        }
    }

    /** Forgets a key, which has state. */
    public void remove(final long key) {
        if (key >= 0 && key < DENSE_LIMIT) {
            dense[(int) key] = null;
            denseSize--;
        } else {
            sparse.remove(key);
        }
    }

    /** Number of keys with state. */
    public int size() {
        return denseSize + sparse.size();
    }

    /** Adds all keys with state, in no order that means anything. */
    public void collectKeys(final KeyList keys) {
        for (int key = 0; key < dense.length; key++) {
            if (dense[key] != null) {
                keys.add(key);
            }
        }
        final Long2ObjectHashMap<S>.KeyIterator iterator = sparse.keySet().iterator();
        while (iterator.hasNext()) {
            keys.add(iterator.nextLong());
        }
    }

    /** All keys with state, by value. Not hot. */
    public KeyList sortedKeys(final KeySpace space) {
        final KeyList keys = new KeyList();
        collectKeys(keys);
        keys.sort(space);
        return keys;
    }

    /** Forgets all keys. */
    public void reset() {
        Arrays.fill(dense, null);
        denseSize = 0;
        sparse.clear();
    }
}
