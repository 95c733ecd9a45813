package io.millrace.operators.window;

import io.millrace.engine.item.ItemType;
import io.millrace.engine.stage.EndTarget;
import io.millrace.engine.stage.KeyList;
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
import java.util.function.BiConsumer;
import java.util.function.ToLongFunction;

/**
 * Folds the items of each key and tumbling window into one item.
 *
 * <p>Most items fall into the newest window of their key, so that is looked at first and without a division. A key has at
 * most one timer, for the window that closes first.
 */
public final class TumblingFoldOp<T, R, W extends R> implements Receiver<T>, TimerTarget, EndTarget, Stateful {
    private final ToLongFunction<? super T> timeOf;
    private final long lateness;
    private final TumblingWindow window;
    private final long length;
    private final ItemType<R, W> type;
    private final WindowItemType<R, W> boundedType;
    private final BiConsumer<W, T> folder;
    private final StepContext context;
    private final StageClock clock;
    private final StepTimers timers;
    private final Receiver<R> closed;
    private final Receiver<T> late;
    private final KeyedStore<OpenWindows<W>> keys = new KeyedStore<>();
    private final Pool<W> pool;

    TumblingFoldOp(
            final Clock<T> clock,
            final TumblingWindow window,
            final ItemType<R, W> type,
            final BiConsumer<W, T> folder,
            final StepContext context,
            final Receiver<R> closed,
            final Receiver<T> late) {
        final EventClock<T> event = clock instanceof EventClock<T> byEvent ? byEvent : null;
        this.timeOf = event == null ? null : event.time();
        this.lateness = event == null ? 0 : event.lateness();
        this.window = window;
        this.length = window.length();
        this.type = type;
        this.boundedType = type instanceof WindowItemType<R, W> bounded ? bounded : null;
        this.folder = folder;
        this.context = context;
        this.clock = context.clock();
        this.timers = context.timers();
        this.closed = closed;
        this.late = late;
        this.pool = new Pool<>(type);
    }

    @Override
    public void onItem(final long key, final T item) {
        final long now = clock.now();
        OpenWindows<W> windows = keys.get(key);
        if (windows == null) {
            windows = new OpenWindows<>();
            keys.put(key, windows);
        }
        final long time = timeOf(item, now);
        final long lead = time - lateness - now;
        if (lead > windows.lead) {
            raiseLead(key, windows, lead, now);
        } else if (lead + lateness < windows.lead) {
            late.onItem(key, item);
            return;
        }
        fold(windowOf(key, windows, time), item);
    }

    private long timeOf(final T item, final long now) {
        if (timeOf == null) {
            return now;
        }
        try {
            return timeOf.applyAsLong(item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    private void fold(final W folded, final T item) {
        try {
            folder.accept(folded, item);
        } catch (final Throwable e) {
            throw context.failed(item, e);
        }
    }

    private W windowOf(final long key, final OpenWindows<W> windows, final long time) {
        final long intoNewest = time - windows.newestStart;
        if (windows.newest != null && intoNewest >= 0 && intoNewest < length) {
            return windows.newest;
        }
        return olderOrNewWindow(key, windows, time);
    }

    private W olderOrNewWindow(final long key, final OpenWindows<W> windows, final long time) {
        final long start = window.start(time);
        final W found = windows.find(start);
        if (found != null) {
            return found;
        }
        final W item = pool.take();
        if (boundedType != null) {
            boundedType.open(item, start, start + length);
        }
        windows.insert(start, item);
        if (windows.start(0) == start) {
            arm(key, windows);
        }
        return item;
    }

    private void raiseLead(final long key, final OpenWindows<W> windows, final long lead, final long now) {
        windows.lead = lead;
        if (!windows.isEmpty()) {
            closeUpTo(key, windows, now + lead);
            arm(key, windows);
        }
    }

    private void closeUpTo(final long key, final OpenWindows<W> windows, final long watermark) {
        while (!windows.isEmpty() && windows.start(0) + length <= watermark) {
            close(key, windows);
        }
    }

    private void close(final long key, final OpenWindows<W> windows) {
        final W item = windows.removeFirst();
        closed.onItem(key, item);
        pool.giveBack(item);
    }

    private void arm(final long key, final OpenWindows<W> windows) {
        if (windows.isEmpty()) {
            if (windows.timer != Timers.NONE) {
                timers.cancel(windows.timer);
                windows.timer = Timers.NONE;
            }
            return;
        }
        final long deadline = windows.start(0) + length - windows.lead;
        if (windows.timer == Timers.NONE) {
            windows.timer = timers.set(key, deadline, 0);
        } else if (windows.timerDeadline != deadline) {
            timers.move(windows.timer, deadline);
        }
        windows.timerDeadline = deadline;
    }

    @Override
    public void onTimer(final long key, final long tag) {
        final OpenWindows<W> windows = keys.get(key);
        windows.timer = Timers.NONE;
        closeUpTo(key, windows, clock.now() + windows.lead);
        arm(key, windows);
    }

    @Override
    public void collectEndKeys(final KeyList list) {
        keys.collectKeys(list);
    }

    @Override
    public void onEnd(final long key) {
        final OpenWindows<W> windows = keys.get(key);
        while (!windows.isEmpty()) {
            close(key, windows);
        }
        arm(key, windows);
    }

    @Override
    public void reset() {
        keys.reset();
    }

    @Override
    public void writeState(final StateWriter out) {
        final KeyList sorted = keys.sortedKeys(context.keys());
        out.putInt(sorted.size());
        for (int i = 0; i < sorted.size(); i++) {
            final OpenWindows<W> windows = keys.get(sorted.get(i));
            out.putKey(context.keys(), sorted.get(i)).putLong(windows.lead).putInt(windows.size());
            for (int j = 0; j < windows.size(); j++) {
                out.putLong(windows.start(j)).putItem(type, windows.item(j));
            }
        }
    }

    @Override
    public void readState(final StateReader in) {
        for (int left = in.takeInt(); left > 0; left--) {
            final OpenWindows<W> windows = new OpenWindows<>();
            keys.put(in.takeKey(context.keys()), windows);
            windows.lead = in.takeLong();
            for (int open = in.takeInt(); open > 0; open--) {
                final long start = in.takeLong();
                final W item = pool.take();
                in.takeItem(type, item);
                windows.insert(start, item);
            }
        }
    }

    @Override
    public void onTimerRestored(final long key, final long tag, final int handle) {
        final OpenWindows<W> windows = keys.get(key);
        windows.timer = handle;
        windows.timerDeadline = windows.start(0) + length - windows.lead;
    }
}
