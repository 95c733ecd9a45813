package io.millrace.operators.window;

import io.millrace.engine.stage.Receiver;

/**
 * Tells of windows that have closed.
 *
 * <p>A record, as {@link WindowOutlet} is. Thread: the stage's. Allocation: none. Deterministic: yes.
 */
record WindowReports(Receiver<WindowInfo> next, WindowCursor cursor, WindowInfo reused) {
    void closed(final Window window) {
        reused.set(window);
        next.onItem(cursor.key, reused);
    }
}
