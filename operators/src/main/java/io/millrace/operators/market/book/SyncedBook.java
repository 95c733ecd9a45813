package io.millrace.operators.market.book;

import io.millrace.engine.stage.StateReader;
import io.millrace.engine.stage.StateWriter;
import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.PowersOfTen;
import io.millrace.operators.market.sbe.BookCondition;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;

/**
 * All that is known of one book: its levels, how they stand to what the venue sends, and what waits for a snapshot.
 *
 * <p>Thread: one. Allocation: for more levels than ever before. Deterministic: yes.
 */
final class SyncedBook {
    /** What becomes of the message whose deltas are coming. */
    enum Course {
        /** None is coming. */
        IDLE(0),
        /** Its levels replace those of the book. */
        REPLACE(1),
        /** Its levels go into the book. */
        APPLY(2),
        /** It is kept for a snapshot. */
        KEEP(3),
        /** It is of no use. */
        PASS(4);

        private static final Course[] ALL = values();

        /** What it is called in snapshots. */
        private final int code;

        Course(final int code) {
            this.code = code;
        }

        private static Course of(final int code) {
            for (final Course course : ALL) {
                if (course.code == code) {
                    return course;
                }
            }
            throw new IllegalArgumentException("no course of a message has the code " + code);
        }
    }

    private static final long NO_ID = -1;

    final OrderBook.Writer book = new OrderBook.Writer();
    final LastQuote quote = new LastQuote();
    final KeptUpdates kept = new KeptUpdates();
    BookCondition condition = BookCondition.SYNCING;
    BookFault reason = BookFault.START;
    Course course = Course.IDLE;

    /** Whether its levels are those of a snapshot, and of what has followed. */
    boolean hasSnapshot;

    /** Whether the book is known to be where an update has ended, not only where the snapshot was. */
    boolean isBridged;

    /** Where the update has begun that the book ends with, as {@link Continuity#begin} has it. */
    long begin = NO_ID;

    /** Whether an update has come since the last fault: only then is an asked snapshot known to be recent. */
    boolean isFlowing;

    /** Whether a snapshot has been asked for and has not come. */
    boolean isAsked;

    /** Messages with a checksum since one was compared. */
    int unchecked;

    SyncedBook(final int instrumentId) {
        book.instrumentId = instrumentId;
        book.lastUpdateId = NO_ID;
    }

    boolean isValid() {
        return condition == BookCondition.VALID;
    }

    /** Forgets what can't be trusted any more; what it was the last update of is still known. */
    void forget() {
        book.empty();
        kept.clear();
        quote.clear();
        hasSnapshot = false;
        isBridged = false;
        isFlowing = false;
        unchecked = 0;
    }

    /** Gives levels their sizes; false if a number would not fit in the book's scale. */
    boolean take(final BookDelta delta) {
        final int bids = delta.bids();
        final int count = delta.levels();
        if (delta.priceScale() == book.priceScale && delta.sizeScale() == book.sizeScale) {
            take(book.bids, delta, 0, bids);
            take(book.asks, delta, bids, count);
            return true;
        }
        for (int level = 0; level < count; level++) {
            if (!set(
                    level < bids,
                    delta.price(level),
                    delta.priceScale(),
                    delta.size(level),
                    delta.sizeScale(),
                    Checksums.sent(delta, level))) {
                return false;
            }
        }
        return true;
    }

    private static void take(final SideLevels side, final BookDelta delta, final int from, final int to) {
        for (int level = from; level < to; level++) {
            side.set(delta.price(level), delta.size(level), Checksums.sent(delta, level));
        }
    }

    /**
     * Gives a level its size.
     *
     * @param sent as {@link SideLevels#set} has it
     * @return false if the number would not fit in the book's scale
     */
    private boolean set(
            final boolean isBid,
            final long price,
            final int priceScale,
            final long size,
            final int sizeScale,
            final int sent) {
        if (priceScale == book.priceScale && sizeScale == book.sizeScale) {
            book.set(isBid, price, size, sent);
            return true;
        }
        return setRescaled(isBid, price, priceScale, size, sizeScale, sent);
    }

    private boolean setRescaled(
            final boolean isBid,
            final long price,
            final int priceScale,
            final long size,
            final int sizeScale,
            final int sent) {
        final int oldPriceScale = book.priceScale;
        final int oldSizeScale = book.sizeScale;
        if (!book.refine(priceScale, sizeScale)) {
            return false;
        }
        quote.multiply(
                PowersOfTen.get(book.priceScale - oldPriceScale), PowersOfTen.get(book.sizeScale - oldSizeScale));
        final long priceFactor = PowersOfTen.get(book.priceScale - priceScale);
        final long sizeFactor = PowersOfTen.get(book.sizeScale - sizeScale);
        if (!OrderBook.fits(price, priceFactor) || !OrderBook.fits(size, sizeFactor)) {
            return false;
        }
        book.set(isBid, price * priceFactor, size * sizeFactor, sent);
        return true;
    }

    /** Says which update was the last, and when. */
    void stamp(final long first, final long lastId, final long exchangeTime, final long receiveTime) {
        begin = first;
        book.lastUpdateId = lastId;
        book.exchangeTime = exchangeTime;
        book.receiveTime = receiveTime;
    }

    /** Takes the kept updates that a snapshot does not have; gives what is wrong with them. */
    BookFault takeKept(final BookRule rule) {
        for (int message = 0; message < kept.end(); message = kept.next(message)) {
            final long lastId = kept.lastId(message);
            final long first = Continuity.begin(rule, kept.firstId(message), kept.previousId(message));
            final Continuity continuity = Continuity.of(
                    rule, isBridged, book.lastUpdateId, begin, kept.firstId(message), lastId, kept.previousId(message));
            if (continuity == Continuity.GAP) {
                return BookFault.GAP;
            }
            if (continuity == Continuity.NEXT) {
                if (!takeLevels(message)) {
                    return BookFault.MALFORMED;
                }
                stamp(first, lastId, kept.exchangeTime(message), kept.receiveTime(message));
            }
            bridge(first, lastId);
        }
        kept.clear();
        return BookFault.NONE;
    }

    /** The book has an update already: if it ends there, what comes next must follow on it. */
    void bridge(final long first, final long lastId) {
        if (lastId == book.lastUpdateId) {
            begin = first;
            isBridged = true;
        }
    }

    private boolean takeLevels(final int message) {
        for (int i = 0; i < kept.levels(message); i++) {
            final int level = kept.level(message, i);
            if (!set(
                    kept.isBid(level),
                    kept.price(level),
                    kept.priceScale(level),
                    kept.size(level),
                    kept.sizeScale(level),
                    kept.sent(level))) {
                return false;
            }
        }
        return true;
    }

    void write(final StateWriter out) {
        out.putInt(book.priceScale).putInt(book.sizeScale);
        out.putLong(begin).putLong(book.lastUpdateId).putLong(book.exchangeTime).putLong(book.receiveTime);
        book.bids.write(out);
        book.asks.write(out);
        quote.write(out);
        kept.write(out);
        out.putInt(condition.value()).putInt(reason.value()).putInt(course.code);
        out.putBoolean(hasSnapshot).putBoolean(isBridged).putBoolean(isFlowing).putBoolean(isAsked);
        out.putInt(unchecked);
    }

    void read(final StateReader in) {
        book.priceScale = in.takeInt();
        book.sizeScale = in.takeInt();
        begin = in.takeLong();
        book.lastUpdateId = in.takeLong();
        book.exchangeTime = in.takeLong();
        book.receiveTime = in.takeLong();
        book.bids.read(in);
        book.asks.read(in);
        quote.read(in);
        kept.read(in);
        condition = BookCondition.get((short) in.takeInt());
        reason = BookFault.get((short) in.takeInt());
        course = Course.of(in.takeInt());
        hasSnapshot = in.takeBoolean();
        isBridged = in.takeBoolean();
        isFlowing = in.takeBoolean();
        isAsked = in.takeBoolean();
        unchecked = in.takeInt();
    }
}
