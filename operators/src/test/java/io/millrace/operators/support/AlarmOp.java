package io.millrace.operators.support;

import io.millrace.engine.stage.EndTarget;
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

/**
 * A user's operator for tests: passes each item on, and some time after a key's item emits a probe of its own, several
 * times over. What it emits tells key, time and number of the alarm.
 */
public final class AlarmOp implements Receiver<Probe>, TimerTarget, EndTarget, Stateful {
    private final long delay;
    private final int repeats;
    private final KeySpace keys;
    private final StageClock clock;
    private final StepTimers timers;
    private final Receiver<Probe> next;
    private final KeyedStore<Probe> last = new KeyedStore<>();
    private final Probe out = new Probe();

    AlarmOp(final Long delay, final Integer repeats, final StepContext context, final Receiver<Probe> next) {
        this.delay = delay;
        this.repeats = repeats;
        this.keys = context.keys();
        this.clock = context.clock();
        this.timers = context.timers();
        this.next = next;
    }

    @Override
    public void onItem(final long key, final Probe item) {
        Probe state = last.get(key);
        if (state == null) {
            state = new Probe();
            last.put(key, state);
        }
        state.add(item);
        next.onItem(key, item);
        timers.set(key, clock.now() + delay, repeats);
    }

    @Override
    public void onTimer(final long key, final long tag) {
        emit(key, tag);
        if (tag > 1) {
            timers.set(key, clock.now() + delay, tag - 1);
        }
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        last.collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        emit(key, -1);
    }

    @Override
    public void reset() {
        last.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        final KeyList sorted = last.sortedKeys(keys);
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.beginKey(keys, sorted.get(i)).putItem(Probe.TYPE, last.get(sorted.get(i)));
            out.endKey();
        }
    }

    @Override
    public void readState(final StateReader in) {
        while (in.nextKey(keys)) {
            last.put(in.key(), in.takeItem(Probe.TYPE, new Probe()));
        }
    }

    private void emit(final long key, final long tag) {
        final Probe state = last.get(key);
        out.value = state.value;
        out.key = keys.hash(key);
        out.count = clock.now() * 10 + tag;
        next.onItem(key, out);
    }
}
