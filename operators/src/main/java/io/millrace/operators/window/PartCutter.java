package io.millrace.operators.window;

/**
 * Windows of one length that overlap and share parts: time is cut into parts so that each lies inside or outside of any
 * window, an item is added to its part only, and a window is made of its parts when it closes.
 *
 * <pre>
 *   windows   ├───────────────┤
 *                  ├───────────────┤
 *                       ├───────────────┤
 *   parts     ├────┼────┼────┼────┼────┼────┤     long as the greatest common divisor of length and offset
 * </pre>
 *
 * The key's windows are its parts, and its next id that of the first window that has not closed and has parts.
 *
 * @param parts the parts, as windows
 */
record PartCutter<S, T>(WindowGrid grid, WindowGrid parts, WindowLife<S, T, ?> life) implements Cutter<S, T> {

    PartCutter(final WindowGrid grid, final WindowLife<S, T, ?> life) {
        this(grid, partsOf(grid), life);
    }

    private static WindowGrid partsOf(final WindowGrid grid) {
        long length = grid.length();
        long rest = grid.offset();
        while (rest != 0) {
            final long next = length % rest;
            length = rest;
            rest = next;
        }
        return new WindowGrid(length, length, grid.align());
    }

    @Override
    public boolean add(final KeyWindows<S, T> key, final long time, final long watermark, final T item) {
        if (time >= key.newestStart && time < key.newestEnd) {
            return life.add(key.newest, key.newestState, item);
        }
        return addToOtherPart(key, time, watermark, item);
    }

    private boolean addToOtherPart(final KeyWindows<S, T> key, final long time, final long watermark, final T item) {
        final long id = parts.lastId(time);
        final long start = parts.start(id);
        final int index = key.countBefore(start);
        if (index < key.size() && key.at(index).start == start) {
            return life.add(key.at(index), item);
        }
        final long firstWindow = grid.firstId(Math.max(time, watermark));
        final boolean sooner = key.isEmpty() || firstWindow < key.nextId;
        if (sooner) {
            key.nextId = firstWindow;
        }
        final OpenWindow<S> part = life.open(id, start, start + parts.length());
        key.insert(index, part, life.pool());
        return life.add(part, item) || sooner;
    }

    @Override
    public long nextClose(final KeyWindows<S, T> key) {
        return key.newest == null ? NEVER : grid.start(key.nextId) + grid.length();
    }

    @Override
    public void closeFirst(final KeyWindows<S, T> key) {
        final long id = key.nextId;
        final long start = grid.start(id);
        final OpenWindow<S> window = life.open(id, start, start + grid.length());
        life.pool().copy(key.first(), window);
        for (int i = 1; i < key.size() && key.at(i).start < window.end; i++) {
            life.mergeStates(window, key.at(i));
        }
        final long next = grid.start(id + 1);
        while (!key.isEmpty() && key.first().start < next) {
            life.pool().giveBack(key.remove(0, life.pool()));
        }
        if (!key.isEmpty()) {
            key.nextId = Math.max(id + 1, grid.firstId(key.first().start));
        }
        life.close(window);
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
