package io.millrace.operators.guide;

import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.engine.stage.Timers;

/** Emits the last tick of a symbol once nothing has come for it for a while. */
public final class SilenceOp implements Receiver<Tick>, TimerTarget, Stateful {
    private final long patience;
    private final KeySpace keys;
    private final StageClock clock;
    private final StepTimers timers;
    private final Receiver<Tick> next;
    private final KeyedStore<Last> lasts = new KeyedStore<>();

    /** What is known of a symbol: its last tick, and its timer. */
    private static final class Last {
        private final Tick tick = new Tick();
        private int timer = Timers.NONE;
    }

    /** First the configuration, then the context, then what the output leads to. */
    SilenceOp(final Long patience, final StepContext context, final Receiver<Tick> next) {
        this.patience = patience;
        this.keys = context.keys();
        this.clock = context.clock();
        this.timers = context.timers();
        this.next = next;
    }

    @Override
    public void onItem(final long key, final Tick tick) {
        Last last = lasts.get(key);
        if (last == null) {
            last = new Last();
            lasts.put(key, last);
        }
        last.tick.set(tick); // a copy: the item itself is used again
        if (last.timer == Timers.NONE) {
            last.timer = timers.set(key, clock.now() + patience, 0);
        } else {
            timers.move(last.timer, clock.now() + patience);
        }
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final Last last = lasts.get(key);
        last.timer = Timers.NONE;
        next.onItem(key, last.tick);
    }

    @Override
    public void onTimerRestored(final long key, final long tag, final int handle) {
        lasts.get(key).timer = handle;
    }

    @Override
    public void reset() {
        lasts.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        final KeyList sorted = lasts.sortedKeys(keys);
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.beginKey(keys, sorted.get(i)).putItem(Tick.TYPE, lasts.get(sorted.get(i)).tick);
            out.endKey();
        }
    }

    @Override
    public void readState(final StateReader in) {
        while (in.nextKey(keys)) {
            final Last last = new Last();
            lasts.put(in.key(), last);
            in.takeItem(Tick.TYPE, last.tick);
        }
    }
}
