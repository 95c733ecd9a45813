package io.millrace.operators.join;

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
import io.millrace.operators.store.TimedQueue;
import io.millrace.operators.window.KeyTime;
import io.millrace.operators.window.Late;

/**
 * Pairs items of two sides whose times are near. Each item waits until the watermark has passed all that could match it.
 * What has passed is forgotten when an item of its key comes; for keys that fall silent there is a timer, at most one per
 * key, which is set when there is none and not moved.
 */
public final class IntervalOp<L, R, O> implements MultiReceiver, TimerTarget, Stateful {
    private static final int LEFT = 0;

    private final TimedSide<L> left;
    private final TimedSide<R> right;
    private final long before;
    private final long after;
    private final StepContext context;
    private final StageClock clock;
    private final StepTimers timers;
    private final Receiver<JoinRow> matched;
    private final Receiver<Late<L>> lateLeft;
    private final Receiver<Late<R>> lateRight;
    private final KeyedStore<IntervalState<L, R>> states = new KeyedStore<>();
    private final JoinRow row;
    private final Late<L> reusedLeft = Late.reused();
    private final Late<R> reusedRight = Late.reused();

    IntervalOp(
            final Interval<L, R> interval,
            final JoinRowCodec codec,
            final RowForm<O> form,
            final StepContext context,
            final Receiver<O> matched,
            final Receiver<Late<L>> lateLeft,
            final Receiver<Late<R>> lateRight) {
        this.left = TimedSide.of(interval.left(), codec.side(LEFT), context);
        this.right = TimedSide.of(interval.right(), codec.side(1), context);
        this.before = interval.before();
        this.after = interval.after();
        this.context = context;
        this.clock = context.clock();
        this.timers = context.timers();
        this.matched = form.before(context, matched);
        this.lateLeft = lateLeft;
        this.lateRight = lateRight;
        this.row = new JoinRow(2);
    }

    @Override
    @SuppressWarnings("unchecked") // the sides are those of the streams
    public void onItem(final int side, final long key, final Object item) {
        IntervalState<L, R> state = states.get(key);
        if (state == null) {
            state = new IntervalState<>();
            states.put(key, state);
        }
        if (side == LEFT) {
            onLeft(key, state, (L) item);
        } else {
            onRight(key, state, (R) item);
        }
    }

    private void onLeft(final long key, final IntervalState<L, R> state, final L item) {
        final long now = clock.running();
        final long time = left.timeOf(item, now);
        if (isLate(state, time, left.lead(time, now), now)) {
            lateLeft.onItem(key, reusedLeft.set(item, Late.NO_WINDOW, KeyTime.watermark(state.lead, now), time));
            return;
        }
        final long watermark = KeyTime.watermark(state.lead, now);
        forget(state, watermark);
        final TimedQueue<R> rights = state.rights;
        for (int i = firstFrom(rights, time - before); i < rights.size() && rights.time(i) <= time + after; i++) {
            matched.onItem(key, row.of(item, rights.slot(i).item()));
        }
        if (time + after >= watermark) {
            state.lefts.add(time, LEFT, left.keep(item));
            arm(key, state);
        }
    }

    private void onRight(final long key, final IntervalState<L, R> state, final R item) {
        final long now = clock.running();
        final long time = right.timeOf(item, now);
        if (isLate(state, time, right.lead(time, now), now)) {
            lateRight.onItem(key, reusedRight.set(item, Late.NO_WINDOW, KeyTime.watermark(state.lead, now), time));
            return;
        }
        final long watermark = KeyTime.watermark(state.lead, now);
        forget(state, watermark);
        final TimedQueue<L> lefts = state.lefts;
        for (int i = firstFrom(lefts, time - after); i < lefts.size() && lefts.time(i) <= time + before; i++) {
            matched.onItem(key, row.of(lefts.slot(i).item(), item));
        }
        if (time + before >= watermark) {
            state.rights.add(time, LEFT, right.keep(item));
            arm(key, state);
        }
    }

    /** Moves the lead if the item does; otherwise the item may be late. */
    private static <L, R> boolean isLate(
            final IntervalState<L, R> state, final long time, final long lead, final long now) {
        if (lead > state.lead) {
            state.lead = lead;
            return false;
        }
        return KeyTime.isLate(time, state.lead, now);
    }

    /** First of the items that are not before a time. */
    private static <T> int firstFrom(final TimedQueue<T> items, final long time) {
        int from = 0;
        int to = items.size();
        while (from < to) {
            final int middle = from + to >>> 1;
            if (items.time(middle) < time) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }

    /** Items at the watermark may still come; what would match nothing that does is of no use. */
    private void forget(final IntervalState<L, R> state, final long watermark) {
        final TimedQueue<L> lefts = state.lefts;
        while (!lefts.isEmpty() && lefts.time(0) + after < watermark) {
            left.slots().release(lefts.removeFirst());
        }
        final TimedQueue<R> rights = state.rights;
        while (!rights.isEmpty() && rights.time(0) + before < watermark) {
            right.slots().release(rights.removeFirst());
        }
    }

    private void arm(final long key, final IntervalState<L, R> state) {
        if (state.timer != Timers.NONE) {
            return;
        }
        long useful = Long.MAX_VALUE;
        if (!state.lefts.isEmpty()) {
            useful = state.lefts.time(0) + after;
        }
        if (!state.rights.isEmpty()) {
            useful = Math.min(useful, state.rights.time(0) + before);
        }
        if (useful != Long.MAX_VALUE) {
            final long deadline = KeyTime.reachedAt(useful + 1, state.lead);
            state.timer = timers.set(key, deadline + clock.downtime(), 0);
        }
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final IntervalState<L, R> state = states.get(key);
        state.timer = Timers.NONE;
        forget(state, KeyTime.watermark(state.lead, clock.running()));
        arm(key, state);
    }

    @Override
    public boolean leavesDowntimeOut() {
        return true;
    }

    @Override
    public void onTimerRestored(final long key, final long tag, final int handle) {
        states.get(key).timer = handle;
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
            final IntervalState<L, R> state = states.get(sorted.get(i));
            out.beginKey(context.keys(), sorted.get(i)).putLong(state.lead);
            state.lefts.write(left.slots(), out);
            state.rights.write(right.slots(), out);
            out.endKey();
        }
    }

    @Override
    public void readState(final StateReader in) {
        while (in.nextKey(context.keys())) {
            final IntervalState<L, R> state = new IntervalState<>();
            states.put(in.key(), state);
            state.lead = in.takeLong();
            state.lefts.read(left.slots(), in);
            state.rights.read(right.slots(), in);
        }
    }
}
