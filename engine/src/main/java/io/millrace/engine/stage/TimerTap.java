package io.millrace.engine.stage;

/** Stands where an observer wants to see timers fire. */
public final class TimerTap implements TimerTarget {
    private final ItemObserver observer;
    private final TimerTarget next;

    TimerTap(final ItemObserver observer, final TimerTarget next) {
        this.observer = observer;
        this.next = next;
    }

    @Override
    public void onTimer(final long key, final long tag) {
        observer.onItem(key, null);
        next.onTimer(key, tag);
    }
}
