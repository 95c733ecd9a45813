package io.millrace.operators.market.book;

import io.millrace.operators.market.BookDelta;
import io.millrace.operators.market.Instrument;
import io.millrace.operators.market.book.SyncedBook.Course;
import io.millrace.operators.market.sbe.BookChecksum;
import io.millrace.operators.market.sbe.BookCondition;
import io.millrace.operators.market.sbe.BookFault;
import io.millrace.operators.market.sbe.BookRule;

/**
 * Keeps books in step with their venues: says of each message what becomes of it, and of each book whether it is valid.
 *
 * <pre>
 *              message                               in band                  asked for
 *   snapshot                                         replaces the book        replaces it, unless it is too old
 *   update, follows                                  goes in                  goes in
 *   update, without a snapshot                       passes, a snapshot       is kept, a snapshot
 *                                                    is asked for             is asked for
 *   update, after a gap                              as without a snapshot: the book is invalid
 * </pre>
 *
 * <p>Thread: the stage's. Allocation: none in steady state. Deterministic: yes.
 */
final class BookSync {
    private final BookSettings settings;
    private final BookOutlets outlets;
    private final Checksums checksums = new Checksums();

    BookSync(final BookSettings settings, final BookOutlets outlets) {
        this.settings = settings;
        this.outlets = outlets;
    }

    /** A mark: the book is not to be trusted from here on. */
    void onFault(final long key, final SyncedBook book, final BookDelta mark) {
        final BookFault reason = mark.fault();
        invalidate(key, book, reason, mark);
        // A new connection brings a snapshot by itself; one that is asked for must not be older than its first update.
        if (reason != BookFault.DISCONNECTED) {
            ask(key, book);
        }
    }

    /** The first delta of a message: decides what becomes of all. */
    void begin(final long key, final SyncedBook book, final Instrument instrument, final BookDelta delta) {
        final BookRule rule = instrument.bookRule();
        if (delta.isSnapshot()) {
            book.course = beginSnapshot(key, book, rule, delta);
        } else {
            book.course = book.hasSnapshot ? beginUpdate(key, book, rule, delta) : beginEarly(key, book, rule, delta);
        }
        if (book.course == Course.REPLACE) {
            book.book.restart(instrument.bookChecksum() != BookChecksum.NONE);
        } else if (book.course == Course.KEEP) {
            book.kept.begin(delta);
        }
    }

    private Course beginSnapshot(final long key, final SyncedBook book, final BookRule rule, final BookDelta delta) {
        book.isAsked = false;
        if (!Continuity.isAsked(rule)) {
            return Course.REPLACE;
        }
        if (book.isValid() && delta.lastUpdateId() < book.book.lastUpdateId) {
            return Course.PASS;
        }
        final KeptUpdates kept = book.kept;
        if (!kept.isEmpty()
                && Continuity.of(
                                rule,
                                false,
                                delta.lastUpdateId(),
                                book.begin,
                                kept.firstId(0),
                                kept.lastId(0),
                                kept.previousId(0))
                        == Continuity.GAP) {
            become(key, book, book.condition, BookFault.OLD_SNAPSHOT, delta);
            ask(key, book);
            return Course.PASS;
        }
        return Course.REPLACE;
    }

    private Course beginUpdate(final long key, final SyncedBook book, final BookRule rule, final BookDelta delta) {
        final boolean isAsked = Continuity.isAsked(rule);
        switch (judge(rule, book.isBridged, book.book.lastUpdateId, book.begin, delta)) {
            case NEXT -> {
                return Course.APPLY;
            }
            case OLD -> {
                book.isFlowing = true;
                book.bridge(begin(rule, delta), delta.lastUpdateId());
                return Course.PASS;
            }
            default -> {
                final boolean isFirst = isAsked && !book.isFlowing;
                invalidate(key, book, isFirst ? BookFault.OLD_SNAPSHOT : BookFault.GAP, delta);
                ask(key, book);
                return isAsked ? Course.KEEP : Course.PASS;
            }
        }
    }

    /** An update that comes before a snapshot. */
    private Course beginEarly(final long key, final SyncedBook book, final BookRule rule, final BookDelta delta) {
        ask(key, book);
        if (!Continuity.isAsked(rule)) {
            return Course.PASS;
        }
        final KeptUpdates kept = book.kept;
        if (kept.isEmpty()) {
            return Course.KEEP;
        }
        final int newest = kept.newest();
        final long newestBegin = Continuity.begin(rule, kept.firstId(newest), kept.previousId(newest));
        switch (judge(rule, true, kept.lastId(newest), newestBegin, delta)) {
            case NEXT -> {
                return Course.KEEP;
            }
            case OLD -> {
                return Course.PASS;
            }
            default -> {
                kept.clear();
                become(key, book, book.condition, BookFault.GAP, delta);
                return Course.KEEP;
            }
        }
    }

    private static Continuity judge(
            final BookRule rule,
            final boolean isBridged,
            final long bookId,
            final long bookBegin,
            final BookDelta delta) {
        return Continuity.of(
                rule,
                isBridged,
                bookId,
                bookBegin,
                delta.firstUpdateId(),
                delta.lastUpdateId(),
                delta.previousUpdateId());
    }

    private static long begin(final BookRule rule, final BookDelta delta) {
        return Continuity.begin(rule, delta.firstUpdateId(), delta.previousUpdateId());
    }

    /** The levels of a delta. */
    void levels(final long key, final SyncedBook book, final BookDelta delta) {
        switch (book.course) {
            case REPLACE, APPLY -> {
                if (!book.take(delta)) {
                    invalidate(key, book, BookFault.MALFORMED, delta);
                    ask(key, book);
                    book.course = Course.PASS;
                }
            }
            case KEEP -> book.kept.add(delta);
            default -> {
                // Of no use.
            }
        }
    }

    /** The last delta of a message: the book is whole again. */
    void end(final long key, final SyncedBook book, final Instrument instrument, final BookDelta delta) {
        final Course course = book.course;
        book.course = Course.IDLE;
        switch (course) {
            case REPLACE -> {
                stamp(book, instrument.bookRule(), delta);
                book.hasSnapshot = true;
                book.isBridged = false;
                settle(key, book, instrument, delta, book.takeKept(instrument.bookRule()), true);
            }
            case APPLY -> {
                stamp(book, instrument.bookRule(), delta);
                book.isBridged = true;
                book.isFlowing = true;
                settle(key, book, instrument, delta, BookFault.NONE, delta.levels() > 0);
            }
            case KEEP -> {
                book.isFlowing = true;
                if (book.kept.levels() > settings.keep()) {
                    book.kept.clear();
                    book.isFlowing = false;
                    become(key, book, book.condition, BookFault.OVERFLOW, delta);
                }
            }
            default -> {
                if (book.hasSnapshot && !book.isValid()) {
                    settle(key, book, instrument, delta, BookFault.NONE, false);
                }
            }
        }
    }

    private static void stamp(final SyncedBook book, final BookRule rule, final BookDelta delta) {
        book.stamp(begin(rule, delta), delta.lastUpdateId(), delta.exchangeTime(), delta.receiveTime());
    }

    /**
     * The book is whole: is it right?
     *
     * @param known what is known to be wrong
     */
    private void settle(
            final long key,
            final SyncedBook book,
            final Instrument instrument,
            final BookDelta delta,
            final BookFault known,
            final boolean hasChanged) {
        book.book.truncate(instrument.bookDepth());
        final BookFault fault = known == BookFault.NONE ? faultOf(book, instrument, delta) : known;
        if (fault != BookFault.NONE) {
            invalidate(key, book, fault, delta);
            ask(key, book);
            return;
        }
        final boolean wasValid = book.isValid();
        if (!wasValid) {
            if (Continuity.isAsked(instrument.bookRule()) && !book.isFlowing) {
                return;
            }
            become(key, book, BookCondition.VALID, BookFault.NONE, delta);
        }
        if (hasChanged || !wasValid) {
            outlets.change(key, book.book);
        }
        if (book.quote.take(book.book)) {
            outlets.quote(key, book.book, book.quote);
        }
    }

    private BookFault faultOf(final SyncedBook book, final Instrument instrument, final BookDelta delta) {
        final BookChecksum form = instrument.bookChecksum();
        if (delta.isChecked() && form != BookChecksum.NONE) {
            book.unchecked++;
            if (delta.isSnapshot() || book.unchecked >= settings.checkEvery()) {
                book.unchecked = 0;
                if (checksums.of(book.book, form) != delta.checksum()) {
                    return BookFault.CHECKSUM;
                }
            }
        }
        return book.book.isCrossed() ? BookFault.CROSSED : BookFault.NONE;
    }

    private void invalidate(final long key, final SyncedBook book, final BookFault reason, final BookDelta delta) {
        book.forget();
        become(key, book, book.isValid() ? BookCondition.INVALID : book.condition, reason, delta);
    }

    private void become(
            final long key,
            final SyncedBook book,
            final BookCondition condition,
            final BookFault reason,
            final BookDelta delta) {
        if (condition != book.condition || reason != book.reason) {
            book.condition = condition;
            book.reason = reason;
            outlets.state(key, book, delta.exchangeTime(), delta.receiveTime());
        }
    }

    private void ask(final long key, final SyncedBook book) {
        if (!book.isAsked) {
            book.isAsked = true;
            outlets.request(key, book.book.instrumentId, book.reason);
        }
    }
}
