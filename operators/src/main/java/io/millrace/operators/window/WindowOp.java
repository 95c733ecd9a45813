package io.millrace.operators.window;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeyList;
import io.millrace.engine.stage.KeyedStore;
import io.millrace.engine.stage.Nowhere;
import io.millrace.engine.stage.Receiver;
import io.millrace.engine.stage.StageClock;
import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.engine.stage.Stateful;
import io.millrace.engine.stage.StepContext;
import io.millrace.engine.stage.StepTimers;
import io.millrace.engine.stage.TimerTarget;
import io.millrace.engine.stage.Timers;
import io.millrace.operators.store.Spares;

/**
 * Windows of all kinds: the time of keys, what comes late, what waits, and one timer for each key. How windows are cut
 * is the {@link Cutter}'s, what happens in them the {@link WindowLogic}'s.
 *
 * <p>A timer is only moved to fire earlier; if it fires too early, it is set again. So a session that each item prolongs
 * costs no more than one that does not. Where windows go by the times of items, their timers leave downtime out; not where
 * a key's timer is also for early results, or for forgetting the key, which go by stage time: that one may fire too early.
 */
public final class WindowOp<S, T, R> implements Receiver<T>, TimerTarget, EndTarget, Stateful {
    private final KeyTime<T> keyTime;
    private final boolean allowedLateness;
    private final long forgetAfter;
    private final boolean leavesDowntimeOut;
    private final StepContext context;
    private final StageClock clock;
    private final StepTimers timers;
    private final WindowCursor cursor;
    private final boolean looksAround;
    private final Cutter<S, T> cutter;
    private final EarlyResults<S, T, R> early;
    private final WaitingItems<T> waiting;
    private final Receiver<Late<T>> late;
    private final Late<T> lateItem = new Late<>();
    private final KeyedStore<KeyWindows<S, T>> keys = new KeyedStore<>();
    private final Spares<KeyWindows<S, T>> spareKeys = new Spares<>();
    private final KeyWindowsType<S, T> keyType;

    WindowOp(
            final Clock<? super T> clock,
            final Windower windower,
            final WindowSettings<T> settings,
            final ItemType<? super S, S> type,
            final WindowLogic<S, T, R> logic,
            final StepContext context,
            final Receiver<R> closed,
            final Receiver<R> early,
            final Receiver<Late<T>> late,
            final Receiver<WindowInfo> meta) {
        this.keyTime = KeyTime.of(clock);
        this.allowedLateness = settings.allowedLateness();
        this.forgetAfter = settings.forgetAfter();
        this.leavesDowntimeOut = keyTime.leavesDowntimeOut() && forgetAfter == 0 && settings.early() == null;
        this.context = context;
        this.clock = context.clock();
        this.timers = context.timers();
        this.cursor = new WindowCursor(context.keys());
        this.looksAround = logic.looksAround()
                || settings.early() != null
                || windower instanceof CountWindow
                || context.isShielded();
        @SuppressWarnings("unchecked") // what is asked of a window's state is made for it
        final Early<S> when = (Early<S>) settings.early();
        this.early = when == null
                ? null
                : new EarlyResults<>(when, logic, new WindowOutlet<>(early, cursor), this.clock, context);
        final WindowPool<S> pool = new WindowPool<>(type, context.checks());
        final WindowLife<S, T, R> life = new WindowLife<>(
                logic,
                new WindowOutlet<>(closed, cursor),
                pool,
                this.early,
                meta instanceof Nowhere<?> ? null : new WindowReports(meta, cursor, new WindowInfo()),
                context);
        this.cutter = Cutter.of(windower, life);
        this.waiting = settings.ordered() ? new WaitingItems<>(settings.codec()) : null;
        this.late = late;
        this.keyType = new KeyWindowsType<>(pool, this.waiting);
    }

    @Override
    public void onItem(final long key, final T item) {
        final long now = keyTime.now(clock);
        KeyWindows<S, T> windows = keys.get(key);
        if (windows == null) {
            windows = newKey(key);
        }
        if (forgetAfter > 0) {
            windows.touched = clock.now();
        }
        final long time = timeOf(item, now);
        final long lead = keyTime.lead(time, now);
        boolean sooner = false;
        if (lead > windows.lead) {
            requireTime(time, item);
            windows.lead = lead;
            advance(key, windows, now + lead);
            sooner = true;
        } else if (KeyTime.isLate(time, windows.lead, now)) {
            requireTime(time, item);
            behind(key, windows, time, now, item);
            return;
        }
        // A time that neither raises the lead nor is late is near others that were looked at.
        final long watermark = now + windows.lead;
        if (looksAround) {
            cursor.key = key;
            cursor.watermark = watermark;
        }
        if (waiting != null && time > watermark) {
            sooner |= waiting.add(windows, time, item);
        } else {
            sooner |= cutter.add(windows, time, watermark, item);
        }
        if (sooner || forgetAfter > 0) {
            arm(key, windows);
        }
    }

    private KeyWindows<S, T> newKey(final long key) {
        final KeyWindows<S, T> spare = spareKeys.take();
        final KeyWindows<S, T> windows = spare == null ? new KeyWindows<>() : spare;
        keys.put(key, windows);
        return windows;
    }

    private long timeOf(final T item, final long now) {
        try {
            return keyTime.unchecked(item, now);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    private void requireTime(final long time, final T item) {
        try {
            KeyTime.requireTime(time);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    /** An item is behind the watermark: late for all of its windows, or only for those that have closed. */
    private void behind(final long key, final KeyWindows<S, T> windows, final long time, final long now, final T item) {
        final long watermark = now + windows.lead;
        final long last = cutter.lastId(time);
        final long open = allowedLateness ? cutter.firstOpenId(windows, time, watermark) : last + 1;
        for (long id = cutter.firstId(time); id < open && id <= last; id++) {
            late.onItem(key, lateItem.set(item, id, watermark, time));
        }
        boolean sooner = forgetAfter > 0;
        if (open <= last) {
            cursor.key = key;
            cursor.watermark = watermark;
            sooner |= cutter.add(windows, time, watermark, item);
        }
        if (sooner) {
            arm(key, windows);
        }
    }

    /** The watermark has moved on. Items that it has reached come first, by time, and each sees what closes before it. */
    private void advance(final long key, final KeyWindows<S, T> windows, final long watermark) {
        cursor.key = key;
        while (windows.waiting != null && windows.waiting.time(0) <= watermark) {
            release(windows);
        }
        cursor.watermark = watermark;
        closeUpTo(windows, watermark);
    }

    private void release(final KeyWindows<S, T> windows) {
        final long time = windows.waiting.time(0);
        cursor.watermark = time;
        closeUpTo(windows, time);
        cutter.add(windows, time, time, waiting.first(windows));
        waiting.removeFirst(windows);
    }

    private void closeUpTo(final KeyWindows<S, T> windows, final long watermark) {
        while (cutter.nextClose(windows) <= watermark) {
            cutter.closeFirst(windows);
            windows.touched = forgetAfter > 0 ? clock.now() : 0;
        }
    }

    private void arm(final long key, final KeyWindows<S, T> windows) {
        final long wakeAt = wakeAt(windows);
        if (wakeAt >= windows.wakeAt) {
            return;
        }
        windows.wakeAt = wakeAt;
        if (windows.timer == Timers.NONE) {
            windows.timer = timers.set(key, deadline(wakeAt), 0);
        } else {
            timers.move(windows.timer, deadline(wakeAt));
        }
    }

    private long deadline(final long wakeAt) {
        return leavesDowntimeOut ? keyTime.deadline(wakeAt, clock) : wakeAt;
    }

    /** When something is to be done if no item comes: in running time if all that is to be done goes by it. */
    private long wakeAt(final KeyWindows<S, T> windows) {
        long watermark = cutter.nextClose(windows);
        if (windows.waiting != null) {
            watermark = Math.min(watermark, windows.waiting.time(0));
        }
        long wakeAt = KeyWindows.NEVER;
        if (watermark != Cutter.NEVER) {
            final long reachedAt = KeyTime.reachedAt(watermark, windows.lead);
            wakeAt = leavesDowntimeOut ? reachedAt : keyTime.deadline(reachedAt, clock);
        }
        if (early != null) {
            wakeAt = Math.min(wakeAt, early.firstDue(windows));
        }
        if (forgetAfter > 0 && windows.isIdle()) {
            wakeAt = Math.min(wakeAt, windows.touched + forgetAfter);
        }
        return wakeAt;
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final KeyWindows<S, T> windows = keys.get(key);
        windows.timer = Timers.NONE;
        windows.wakeAt = KeyWindows.NEVER;
        final long now = clock.now();
        advance(key, windows, KeyTime.watermark(windows.lead, keyTime.now(clock)));
        if (early != null) {
            early.emitDue(windows, now);
        }
        if (forgetAfter > 0 && windows.isIdle() && now - windows.touched >= forgetAfter) {
            keys.remove(key);
            windows.clear();
            spareKeys.giveBack(windows);
        } else {
            arm(key, windows);
        }
    }

    @Override
    public boolean leavesDowntimeOut() {
        return leavesDowntimeOut;
    }

    @Override
    public void onTimerRestored(final long key, final long tag, final int handle) {
        keys.get(key).timer = handle;
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        keys.collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        final KeyWindows<S, T> windows = keys.get(key);
        cursor.key = key;
        while (windows.waiting != null) {
            release(windows);
        }
        cursor.watermark = Long.MAX_VALUE;
        while (!windows.isEmpty()) {
            cutter.closeFirst(windows);
        }
        if (windows.timer != Timers.NONE) {
            timers.cancel(windows.timer);
            windows.timer = Timers.NONE;
            windows.wakeAt = KeyWindows.NEVER;
        }
    }

    @Override
    public void reset() {
        keys.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        keyType.write(keys, context.keys(), out);
    }

    @Override
    public void readState(final StateReader in) {
        while (in.nextKey(context.keys())) {
            keyType.read(newKey(in.key()), in);
        }
    }
}
