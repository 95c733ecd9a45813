package io.millrace.operators.window;

/** Windows of a number of items, one behind the other. */
record CountCutter<S, T>(long size, WindowLife<S, T, ?> life) implements Cutter<S, T> {

    @Override
    public boolean add(final KeyWindows<S, T> key, final long time, final long watermark, final T item) {
        if (key.isEmpty()) {
            key.insert(0, life.open(key.nextId++, time, time), life.pool());
        }
        final OpenWindow<S> window = key.newest;
        window.start = Math.min(window.start, time);
        window.end = Math.max(window.end, time);
        window.items++;
        final boolean sooner = life.add(window, item);
        if (window.items == size) {
            closeFirst(key);
            return false;
        }
        return sooner;
    }

    @Override
    public long nextClose(final KeyWindows<S, T> key) {
        return NEVER;
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
        return Late.NO_WINDOW;
    }
}
