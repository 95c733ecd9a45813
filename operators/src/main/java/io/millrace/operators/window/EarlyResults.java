package io.millrace.operators.window;

import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StepContext;

/**
 * Gives early results.
 *
 * <p>A record, as {@link WindowOutlet} is. Thread: the stage's. Allocation: none. Deterministic: yes.
 */
record EarlyResults<S, T, R>(
        Early<S> early, WindowLogic<S, T, R> logic, WindowOutlet<R> outlet, StageClock clock, StepContext context) {

    /**
     * An item was added to a window.
     *
     * @return whether a result is due that was not due before
     */
    boolean added(final OpenWindow<S> window, final T item) {
        window.added++;
        if (early.items() > 0 && window.added >= early.items() || early.when() != null && isTime(window, item)) {
            emit(window);
        } else if (early.every() > 0 && window.earlyAt == OpenWindow.NEVER) {
            window.earlyAt = next(window, clock.now());
            return true;
        }
        return false;
    }

    private boolean isTime(final OpenWindow<S> window, final T item) {
        try {
            return early.when().test(window.state);
        } catch (final Throwable e) {
            context.failedAside(outlet.cursor().key, item, e);
            return false;
        }
    }

    private long next(final OpenWindow<S> window, final long now) {
        final long last = window.lastEarlyAt;
        return last == OpenWindow.NEVER
                ? now + early.every()
                : last + ((now - last) / early.every() + 1) * early.every();
    }

    /** Gives the results that are due. */
    void emitDue(final KeyWindows<S, T> key, final long now) {
        for (int i = 0; i < key.size(); i++) {
            final OpenWindow<S> window = key.at(i);
            if (window.earlyAt <= now) {
                window.lastEarlyAt = window.earlyAt;
                window.earlyAt = OpenWindow.NEVER;
                emit(window);
            }
        }
    }

    private void emit(final OpenWindow<S> window) {
        window.added = 0;
        try {
            logic.onEarly(outlet, window, window.state);
        } catch (final Throwable e) {
            context.failedAside(outlet.cursor().key, window, e);
        }
    }

    /** When the first result is due. */
    long firstDue(final KeyWindows<S, T> key) {
        long due = OpenWindow.NEVER;
        for (int i = 0; i < key.size(); i++) {
            due = Math.min(due, key.at(i).earlyAt);
        }
        return due;
    }
}
