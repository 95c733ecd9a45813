package io.millrace.operators.op;

import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.ItemList;

/**
 * The collected items of one key.
 *
 * <p>Thread: the stage's. Allocation: none. Deterministic: yes.
 */
final class Collecting<T> {
    final ItemList<T> items;
    int timer = Timers.NONE;

    /** When the first came, and the last. */
    long first;

    long last;

    Collecting(final ItemList<T> items) {
        this.items = items;
    }
}
