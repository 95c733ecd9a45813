package io.millrace.operators.store;

import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.LongKeys;
import io.millrace.operators.Key;

/** Shows a key to a function of the user. */
public final class KeyView implements Key {
    private final KeySpace keys;
    private long key;

    public KeyView(final KeySpace keys) {
        this.keys = keys;
    }

    /** Shows this key from now on. */
    public KeyView of(final long stageKey) {
        key = stageKey;
        return this;
    }

    @Override
    public long number() {
        if (!(keys instanceof LongKeys)) {
            throw notANumber();
        }
        return key;
    }

    private static IllegalStateException notANumber() {
        return new IllegalStateException("the keys of this stream are text: use text()");
    }

    @Override
    public String text() {
        return keys.describe(key);
    }

    @Override
    public String toString() {
        return text();
    }
}
