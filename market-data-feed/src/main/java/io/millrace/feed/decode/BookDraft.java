package io.millrace.feed.decode;

/**
 * A message of a book that a frame brings, before it is known whether the frame is whole. Used again for the next frame; all fields
 * are to be set.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class BookDraft {
    boolean snapshot;
    boolean checked;
    int checksum;
    long firstId;
    long lastId;
    long previousId;
    long exchangeTime;
    int place;
    int symbolAt;
    int symbolLength;

    private final Levels bids = new Levels();
    private final Levels asks = new Levels();

    /** Levels of the bid side, in the order in which they are to be applied. */
    public Levels bids() {
        return bids;
    }

    /** Levels of the ask side, in the order in which they are to be applied. */
    public Levels asks() {
        return asks;
    }

    /** Symbol: where it stands in the frame. */
    public BookDraft symbol(final int at, final int length) {
        symbolAt = at;
        symbolLength = length;
        return this;
    }

    /** Its instrument, in place of {@link #symbol}: for frames that spell it in another way, or not at all. */
    public BookDraft place(final int known) {
        place = known;
        return this;
    }

    /** Whether it replaces the book. */
    public BookDraft snapshot(final boolean value) {
        snapshot = value;
        return this;
    }

    /** Ids of the updates that it covers, and of the last one before it; -1 for what the venue does not send. */
    public BookDraft ids(final long first, final long last, final long previous) {
        firstId = first;
        lastId = last;
        previousId = previous;
        return this;
    }

    /** The venue's checksum of the book behind it: the low 32 bits. */
    public BookDraft checksum(final long value) {
        checked = true;
        checksum = (int) value;
        return this;
    }

    /** Epoch nanoseconds, 0 if the venue sends none. */
    public BookDraft exchangeTime(final long value) {
        exchangeTime = value;
        return this;
    }

    /** Forgets what it had; levels too. */
    BookDraft clear() {
        bids.clear();
        asks.clear();
        snapshot = false;
        checked = false;
        checksum = 0;
        exchangeTime = 0;
        place = KnownInstruments.ABSENT;
        return ids(-1, -1, -1);
    }

    boolean isEmpty() {
        return bids.count() + asks.count() == 0;
    }
}
