package io.millrace.operators.window;

import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.LongKeys;
import io.millrace.operators.Key;

/**
 * Which key is worked on, and its watermark.
 *
 * <p>Thread: the stage's. Allocation: none, but for the text of a number. Deterministic: yes.
 */
final class WindowCursor implements Key {
    private final KeySpace keys;
    long key;
    long watermark;

    WindowCursor(final KeySpace keys) {
        this.keys = keys;
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
