package io.millrace.operators.window;

/**
 * How the windows of a key are cut: which of them an item falls into, and when they close. One for each {@link Windower};
 * records, as {@link WindowOutlet} is.
 */
sealed interface Cutter<S, T> permits TimeCutter, PartCutter, SessionCutter, CountCutter {

    /** What {@link #nextClose} gives if nothing is to close. */
    long NEVER = Long.MAX_VALUE;

    /** The one for a way to cut. */
    static <S, T> Cutter<S, T> of(final Windower windower, final WindowLife<S, T, ?> life) {
        if (windower instanceof TumblingWindow tumbling) {
            return new TimeCutter<>(tumbling.grid(), false, life);
        }
        if (windower instanceof SlidingWindow sliding) {
            final boolean overlap = sliding.offset() < sliding.length();
            return overlap && life.early() == null && life.logic().sharesParts()
                    ? new PartCutter<>(sliding.grid(), life)
                    : new TimeCutter<>(sliding.grid(), overlap, life);
        }
        return windower instanceof SessionWindow sessions
                ? new SessionCutter<>(sessions.gap(), life)
                : new CountCutter<>(((CountWindow) windower).size(), life);
    }

    /**
     * Adds an item to all windows that it falls into and that are not closed; there is at least one.
     *
     * @param time      its time; may be behind the watermark
     * @param watermark windows that end at or before it have closed
     * @return whether the key must be looked at earlier than its timer was set for
     */
    boolean add(KeyWindows<S, T> key, long time, long watermark, T item);

    /** Watermark at which the first window closes, or {@link #NEVER}. */
    long nextClose(KeyWindows<S, T> key);

    /** Closes the first window; there is one. */
    void closeFirst(KeyWindows<S, T> key);

    /** Id of the first window that a time falls into, for items that come late. */
    long firstId(long time);

    /** Id of the last window that a time falls into, for items that come late. */
    long lastId(long time);

    /** Id of the first window not before {@link #firstId} that is not closed; may be behind {@link #lastId}. */
    long firstOpenId(KeyWindows<S, T> key, long time, long watermark);
}
