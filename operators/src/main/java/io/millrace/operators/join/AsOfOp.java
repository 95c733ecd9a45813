package io.millrace.operators.join;

import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.MultiReceiver;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.ItemSlot;
import io.millrace.operators.window.KeyTime;
import io.millrace.operators.window.Late;

/**
 * Matches each left item with the newest right item of its key at or before its time. Items ahead of the watermark wait
 * for it; a key has at most one timer, for the left item that waits and comes first.
 */
public final class AsOfOp<L, R, O> implements MultiReceiver, TimerTarget, EndTarget, Stateful {
    private static final int LEFT = 0;

    private final TimedSide<L> left;
    private final TimedSide<R> right;
    private final long oldest;
    private final StepContext context;
    private final StageClock clock;
    private final StepTimers timers;
    private final Receiver<JoinRow> matched;
    private final Receiver<L> unmatched;
    private final Receiver<Late<L>> late;
    private final KeyedStore<AsOfState<L, R>> states = new KeyedStore<>();
    private final JoinRow row;
    private final Late<L> reusedLate = Late.reused();

    AsOfOp(
            final AsOf<L, R> asOf,
            final JoinRowCodec codec,
            final RowForm<O> form,
            final StepContext context,
            final Receiver<O> matched,
            final Receiver<L> unmatched,
            final Receiver<Late<L>> late) {
        this.left = TimedSide.of(asOf.left(), codec.side(LEFT), context);
        this.right = TimedSide.of(asOf.right(), codec.side(1), context);
        this.oldest = asOf.oldest();
        this.context = context;
        this.clock = context.clock();
        this.timers = context.timers();
        this.matched = form.before(context, matched);
        this.unmatched = unmatched;
        this.late = late;
        this.row = new JoinRow(2);
    }

    @Override
    @SuppressWarnings("unchecked") // the sides are those of the streams
    public void onItem(final int side, final long key, final Object item) {
        AsOfState<L, R> state = states.get(key);
        if (state == null) {
            state = new AsOfState<>();
            states.put(key, state);
        }
        if (side == LEFT) {
            onLeft(key, state, (L) item);
        } else {
            onRight(key, state, (R) item);
        }
    }

    private void onLeft(final long key, final AsOfState<L, R> state, final L item) {
        final long now = clock.running();
        final long time = left.timeOf(item, now);
        final boolean isLate = isLate(state, time, left.lead(time, now), now);
        final long watermark = KeyTime.watermark(state.lead, now);
        workOff(key, state, watermark);
        if (isLate) {
            late.onItem(key, reusedLate.set(item, Late.NO_WINDOW, watermark, time));
        } else if (time <= watermark) {
            match(key, state, time, item);
        } else {
            state.lefts.add(time, LEFT, left.keep(item));
        }
        arm(key, state);
    }

    private void onRight(final long key, final AsOfState<L, R> state, final R item) {
        final long now = clock.running();
        final long time = right.timeOf(item, now);
        final boolean isLate = isLate(state, time, right.lead(time, now), now);
        if (!isLate) {
            state.rights.add(time, LEFT, right.keep(item));
        }
        workOff(key, state, KeyTime.watermark(state.lead, now));
        if (isLate) {
            applyLate(state, time, item);
        }
        arm(key, state);
    }

    private void applyLate(final AsOfState<L, R> state, final long time, final R item) {
        try {
            state.applyLate(time, item, right.slots());
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    /** Moves the lead if the item does; otherwise the item may be late. */
    private static <L, R> boolean isLate(
            final AsOfState<L, R> state, final long time, final long lead, final long now) {
        if (lead > state.lead) {
            state.lead = lead;
            return false;
        }
        return KeyTime.isLate(time, state.lead, now);
    }

    /** Everything that waits, up to a time: by time, right items before left ones, then by arrival. */
    private void workOff(final long key, final AsOfState<L, R> state, final long until) {
        while (!state.lefts.isEmpty() && state.lefts.time(0) <= until) {
            final long time = state.lefts.time(0);
            state.applyRights(time, right.slots());
            final ItemSlot<L> first = state.lefts.removeFirst();
            match(key, state, time, first.item());
            left.slots().release(first);
        }
        state.applyRights(until, right.slots());
    }

    private void match(final long key, final AsOfState<L, R> state, final long time, final L left) {
        final R right = state.matching(time, oldest);
        if (right == null) {
            unmatched.onItem(key, left);
        } else {
            matched.onItem(key, row.of(left, right));
        }
    }

    private void arm(final long key, final AsOfState<L, R> state) {
        if (state.lefts.isEmpty()) {
            if (state.timer != Timers.NONE) {
                timers.cancel(state.timer);
                state.timer = Timers.NONE;
            }
            return;
        }
        final long deadline = KeyTime.reachedAt(state.lefts.time(0), state.lead);
        if (state.timer == Timers.NONE) {
            state.timer = timers.set(key, deadline + clock.downtime(), 0);
        } else if (state.timerDeadline != deadline) {
            timers.move(state.timer, deadline + clock.downtime());
        }
        state.timerDeadline = deadline;
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final AsOfState<L, R> state = states.get(key);
        state.timer = Timers.NONE;
        workOff(key, state, KeyTime.watermark(state.lead, clock.running()));
        arm(key, state);
    }

    @Override
    public boolean leavesDowntimeOut() {
        return true;
    }

    @Override
    public void onTimerRestored(final long key, final long tag, final int handle) {
        final AsOfState<L, R> state = states.get(key);
        state.timer = handle;
        state.timerDeadline = KeyTime.reachedAt(state.lefts.time(0), state.lead);
    }

    @Override
    public void collectEndKeys(final KeyList keys) {
        states.collectKeys(keys);
    }

    @Override
    public void onEnd(final long key) {
        final AsOfState<L, R> state = states.get(key);
        workOff(key, state, Long.MAX_VALUE);
        arm(key, state);
    }

    @Override
    public void reset() {
        states.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        final KeyList sorted = states.sortedKeys(context.keys());
        out.beginKeys(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            out.beginKey(context.keys(), sorted.get(i));
            states.get(sorted.get(i)).write(left.slots(), right.slots(), out);
            out.endKey();
        }
    }

    @Override
    public void readState(final StateReader in) {
        while (in.nextKey(context.keys())) {
            final AsOfState<L, R> state = new AsOfState<>();
            states.put(in.key(), state);
            state.read(left.slots(), right.slots(), in);
        }
    }
}
