package io.millrace.operators.window;

/** Sessions. Those of a key are more than a gap apart, so that an item touches two at most. */
record SessionCutter<S, T>(long gap, WindowLife<S, T, ?> life) implements Cutter<S, T> {

    @Override
    public boolean add(final KeyWindows<S, T> key, final long time, final long watermark, final T item) {
        final OpenWindow<S> newest = key.newest;
        if (newest != null && time >= newest.start && time <= newest.end + gap) {
            // It now closes later. The timer may stay as it is.
            newest.end = Math.max(newest.end, time);
            return life.add(newest, item);
        }
        return addToOther(key, time, item);
    }

    private boolean addToOther(final KeyWindows<S, T> key, final long time, final T item) {
        final int index = firstNotBefore(key, time);
        if (!touches(key, index, time)) {
            final OpenWindow<S> opened = life.open(key.nextId++, time, time);
            key.insert(index, opened, life.pool());
            return life.add(opened, item) || index == 0;
        }
        final OpenWindow<S> session = key.at(index);
        if (touches(key, index + 1, time)) {
            return addBetween(key, session, index + 1, time, item);
        }
        session.start = Math.min(session.start, time);
        session.end = Math.max(session.end, time);
        return life.add(session, item);
    }

    /** The first session that does not end more than a gap before a time. */
    private int firstNotBefore(final KeyWindows<S, T> key, final long time) {
        int index = key.size();
        while (index > 0 && key.at(index - 1).end + gap >= time) {
            index--;
        }
        return index;
    }

    /** Whether a time that is not behind a session is not more than a gap before it either. */
    private boolean touches(final KeyWindows<S, T> key, final int index, final long time) {
        return index < key.size() && time >= key.at(index).start - gap;
    }

    /** The item joins two sessions: it is added to the one that was opened first, then they become one. */
    private boolean addBetween(
            final KeyWindows<S, T> key, final OpenWindow<S> session, final int next, final long time, final T item) {
        final OpenWindow<S> other = key.at(next);
        session.end = Math.max(session.end, time);
        other.start = Math.min(other.start, time);
        final OpenWindow<S> elder = session.id < other.id ? session : other;
        life.take(elder, elder.state, item);
        key.remove(next, life.pool());
        life.merge(session, other);
        life.added(session, item);
        return true;
    }

    @Override
    public long nextClose(final KeyWindows<S, T> key) {
        return key.newest == null ? NEVER : closeAt(key.first().end);
    }

    /** A watermark that is just the gap behind does not close a session. */
    private long closeAt(final long end) {
        return end + gap + 1;
    }

    @Override
    public void closeFirst(final KeyWindows<S, T> key) {
        life.close(key.remove(0, life.pool()));
    }

    @Override
    public long firstId(final long time) {
        return Late.NO_WINDOW;
    }

    @Override
    public long lastId(final long time) {
        return Late.NO_WINDOW;
    }

    @Override
    public long firstOpenId(final KeyWindows<S, T> key, final long time, final long watermark) {
        final boolean open = closeAt(time) > watermark || touches(key, firstNotBefore(key, time), time);
        return open ? Late.NO_WINDOW : Late.NO_WINDOW + 1;
    }
}
