package io.millrace.operators.window;

import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;

/**
 * Writes and reads what is kept of a key. Not hot: used for snapshots.
 *
 * @param waiting where items wait, or null if they do not
 */
record KeyWindowsType<S, T>(WindowPool<S> pool, WaitingItems<T> waiting) {

    void write(final KeyedStore<KeyWindows<S, T>> store, final KeySpace keys, final StateWriter out) {
        final KeyList sorted = store.sortedKeys(keys);
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.beginKey(keys, sorted.get(i));
            write(store.get(sorted.get(i)), out);
            out.endKey();
        }
    }

    private void write(final KeyWindows<S, T> key, final StateWriter out) {
        out.putLong(key.lead).putLong(key.wakeAt).putLong(key.nextId).putLong(key.touched);
        out.putInt(key.size());
        for (int i = 0; i < key.size(); i++) {
            key.at(i).write(out);
            out.putItem(pool.type(), key.at(i).state);
        }
        if (waiting != null) {
            waiting.write(key, out);
        }
    }

    /** @param key as new */
    void read(final KeyWindows<S, T> key, final StateReader in) {
        key.lead = in.takeLong();
        key.wakeAt = in.takeLong();
        key.nextId = in.takeLong();
        key.touched = in.takeLong();
        for (int left = in.takeInt(); left > 0; left--) {
            final OpenWindow<S> window = pool.open(0, 0, 0);
            window.read(in);
            pool.read(window, in);
            key.insert(key.size(), window, pool);
        }
        if (waiting != null) {
            waiting.read(key, in);
        }
    }
}
