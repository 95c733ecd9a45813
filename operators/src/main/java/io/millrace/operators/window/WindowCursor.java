package io.millrace.operators.window;

import io.millrace.engine.stage.KeySpace;
import io.millrace.operators.Key;
import io.millrace.operators.store.KeyView;

/**
 * Which key is worked on, and its watermark.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class WindowCursor {
    long key;
    long watermark;
    private final KeyView view;

    WindowCursor(final KeySpace keys) {
        view = new KeyView(keys);
    }

    /** The key, for a user's function. */
    Key view() {
        return view.of(key);
    }
}
