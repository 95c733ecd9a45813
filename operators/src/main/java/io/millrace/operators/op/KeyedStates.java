package io.millrace.operators.op;

import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.store.StatePool;

/**
 * What an operator knows of each key: made when a key first comes, forgotten when the operator says so, and then used
 * again for another key.
 *
 * <p>Thread: the stage's. Allocation: only for more keys at a time than ever before. Deterministic: yes.
 *
 * @param store states by key
 * @param pool  where states come from and go back to
 * @param keys  the operator's
 */
record KeyedStates<S>(KeyedStore<S> store, StatePool<S> pool, KeySpace keys) {

    static <S> KeyedStates<S> of(final StatePool<S> pool, final KeySpace keys) {
        return new KeyedStates<>(new KeyedStore<>(), pool, keys);
    }

    /** State of a key, or null. */
    S find(final long key) {
        return store.get(key);
    }

    /** State of a key; if it has none, it gets one. */
    S of(final long key) {
        final S known = store.get(key);
        return known != null ? known : add(key);
    }

    /** Gives a key, which has none, a state. */
    S add(final long key) {
        final S state = pool.take();
        store.put(key, state);
        return state;
    }

    /** Forgets a key, which has this state. */
    void remove(final long key, final S state) {
        store.remove(key);
        pool.release(state);
    }

    /** Forgets all keys. */
    void reset() {
        store.reset();
    }

    /** Writes all states, by key. */
    void write(final StateWriter out) {
        final KeyList sorted = store.sortedKeys(keys);
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.beginKey(keys, sorted.get(i));
            pool.write(store.get(sorted.get(i)), out);
            out.endKey();
        }
    }

    /** Reads what {@link #write} wrote, beside what is there of other keys. */
    void read(final StateReader in) {
        while (in.nextKey(keys)) {
            store.put(in.key(), pool.read(in));
        }
    }
}
