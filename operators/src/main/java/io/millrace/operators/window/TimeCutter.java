package io.millrace.operators.window;

/**
 * Windows of one length, each with a state of its own.
 *
 * @param overlap whether an item falls into several
 */
record TimeCutter<S, T>(WindowGrid grid, boolean overlap, WindowLife<S, T, ?> life) implements Cutter<S, T> {

    @Override
    public boolean add(final KeyWindows<S, T> key, final long time, final long watermark, final T item) {
        // Most items fall into the newest window: that is found without a division.
        if (!overlap && time >= key.newestStart && time < key.newestEnd) {
            return life.add(key.newest, key.newestState, item);
        }
        return addToAll(key, time, watermark, item);
    }

    private boolean addToAll(final KeyWindows<S, T> key, final long time, final long watermark, final T item) {
        long id = grid.firstId(Math.max(time, watermark));
        long start = grid.start(id);
        int index = key.countBefore(start);
        boolean sooner = false;
        while (start <= time) {
            final OpenWindow<S> window;
            if (index < key.size() && key.at(index).start == start) {
                window = key.at(index);
            } else {
                window = life.open(id, start, start + grid.length());
                key.insert(index, window, life.pool());
                sooner |= index == 0;
            }
            sooner |= life.add(window, item);
            index++;
            id++;
            start += grid.offset();
        }
        return sooner;
    }

    @Override
    public long nextClose(final KeyWindows<S, T> key) {
        return key.newest == null ? NEVER : key.first().end;
    }

    @Override
    public void closeFirst(final KeyWindows<S, T> key) {
        life.close(key.remove(0, life.pool()));
    }

    @Override
    public long firstId(final long time) {
        return grid.firstId(time);
    }

    @Override
    public long lastId(final long time) {
        return grid.lastId(time);
    }

    @Override
    public long firstOpenId(final KeyWindows<S, T> key, final long time, final long watermark) {
        return grid.firstId(watermark);
    }
}
