package io.millrace.operators.op;

import io.millrace.engine.item.Codec;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.StateWriter;

/** Writes the states of keys by key. */
final class KeyedStates {
    private KeyedStates() {}

    static <S> void write(
            final KeyedStore<S> states, final Codec<? super S> codec, final KeySpace keys, final StateWriter out) {
        final KeyList sorted = new KeyList();
        states.collectKeys(sorted);
        sorted.sort(keys);
        for (int i = 0; i < sorted.size(); i++) {
            out.key(keys, sorted.get(i));
            out.putItem(codec, states.get(sorted.get(i)));
        }
    }
}
