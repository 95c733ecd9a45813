package io.millrace.engine.stage;

/** The end of the chain of timers: no operator of this stage set it. */
public final class NoTimer implements TimerPort {
    @Override
    public void onTimer(final int place, final long key, final long tag) {
        throw stray(place);
    }

    private static IllegalStateException stray(final int place) {
        return new IllegalStateException("timer of step " + place + ", which takes no timers");
    }
}
