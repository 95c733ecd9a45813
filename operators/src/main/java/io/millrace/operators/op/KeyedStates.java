package io.millrace.operators.op;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;

/** Writes and reads the states of keys, by key. */
final class KeyedStates {
    private KeyedStates() {}

    static <S> void write(
            final KeyedStore<S> states, final ItemType<? super S, S> type, final KeySpace keys, final StateWriter out) {
        final KeyList sorted = states.sortedKeys(keys);
        out.putInt(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.putKey(keys, sorted.get(i));
            out.putItem(type, states.get(sorted.get(i)));
        }
    }

    static <S> void read(
            final KeyedStore<S> states, final ItemType<? super S, S> type, final KeySpace keys, final StateReader in) {
        for (int left = in.takeInt(); left > 0; left--) {
            final long key = in.takeKey(keys);
            final S state = type.create();
            in.takeItem(type, state);
            states.put(key, state);
        }
    }
}
