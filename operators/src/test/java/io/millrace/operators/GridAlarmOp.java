package io.millrace.operators;

import io.millrace.engine.stage.KeySpace;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.operators.support.Probe;

/** For tests: once a key is known, it emits at every multiple of a grid, so that all keys fire at the same times. */
final class GridAlarmOp implements Receiver<Probe>, TimerTarget {
    private final long grid;
    private final KeySpace keys;
    private final StageClock clock;
    private final StepTimers timers;
    private final Receiver<Probe> next;
    private final KeyedStore<Probe> known = new KeyedStore<>();
    private final Probe out = new Probe();

    GridAlarmOp(final Long grid, final StepContext context, final Receiver<Probe> next) {
        this.grid = grid;
        this.keys = context.keys();
        this.clock = context.clock();
        this.timers = context.timers();
        this.next = next;
    }

    @Override
    public void onItem(final long key, final Probe item) {
        if (known.get(key) == null) {
            known.put(key, out);
            onTimer(key, 0);
        }
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final long now = clock.now();
        out.value = now;
        out.key = keys.hash(key);
        next.onItem(key, out);
        timers.set(key, now - Math.floorMod(now, grid) + grid, 0);
    }
}
