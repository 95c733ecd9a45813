package io.millrace.engine.stage;

/** Chooses the operator of a timer: one link of a chain. */
public final class TimerSwitch implements TimerPort {
    private final int place;
    private final TimerTarget target;
    private final TimerPort rest;

    TimerSwitch(final int place, final TimerTarget target, final TimerPort rest) {
        this.place = place;
        this.target = target;
        this.rest = rest;
    }

    @Override
    public void onTimer(final int ofPlace, final long key, final long tag) {
        if (ofPlace == place) {
            target.onTimer(key, tag);
        } else {
            rest.onTimer(ofPlace, key, tag);
        }
    }
}
