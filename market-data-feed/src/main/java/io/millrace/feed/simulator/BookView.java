package io.millrace.feed.simulator;

/**
 * A book cut to a depth, as clients of that depth know it: what it was at the last report, and what has changed in that report.
 *
 * <p>Thread: the exchange's. Allocation: for each report. Deterministic: yes.
 */
public final class BookView {
    private final int depth;
    private final LevelChanges bids = new LevelChanges();
    private final LevelChanges asks = new LevelChanges();
    private BookImage image = BookImage.EMPTY;
    private long number;
    private long previousId;
    private boolean changed;

    BookView(final int depth) {
        this.depth = depth;
    }

    /** Of a book that is not cut, what was set is told even if it is as before. */
    void report(final BookImage whole, final TouchedLevels touchedBids, final TouchedLevels touchedAsks) {
        report(whole);
        if (changed) {
            bids.mention(true, whole, touchedBids);
            asks.mention(false, whole, touchedAsks);
        }
    }

    void report(final BookImage whole) {
        final BookImage now = whole.top(depth);
        bids.find(true, image, now, whole);
        asks.find(false, image, now, whole);
        changed = bids.count() + asks.count() > 0;
        if (changed) {
            previousId = image.id();
            image = now;
            number++;
        }
    }

    /** Levels of a side that it has at most; 0 for all. */
    public int depth() {
        return depth;
    }

    /** Whether something in it changed with the last report; else there is nothing to tell. */
    public boolean hasChanges() {
        return changed;
    }

    /** The whole of it, as of the last report that changed it. */
    public BookImage image() {
        return image;
    }

    /** Bids that changed with the last report. */
    public LevelChanges bids() {
        return bids;
    }

    /** Offers that changed with the last report. */
    public LevelChanges asks() {
        return asks;
    }

    /** Changes of a side with the last report. */
    public LevelChanges changes(final boolean bid) {
        return bid ? bids : asks;
    }

    /** Count of the reports that changed it: has no gaps. */
    public long number() {
        return number;
    }

    /** Id of the book as of the last report that changed it: grows, but not by one. */
    public long lastId() {
        return image.id();
    }

    /** Id as of the report before that; 0 if there was none. */
    public long previousId() {
        return previousId;
    }

    /** Time of the last report that changed it, epoch nanoseconds. */
    public long time() {
        return image.time();
    }
}
