package io.millrace.feed.simulator;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/**
 * What the book of an instrument really was, at each moment of which a client can know: what a test compares a client's book with.
 *
 * <p>Thread: written by the exchange's, read by any. Allocation: for each report. Deterministic: yes.
 */
public final class TrueBook {
    /** Far more than any client lies behind, and more than a burst brings at once. Books that are deep are large. */
    private static final int KEPT = 1_024;

    private final SyntheticBook book;
    private final List<BookView> views = new ArrayList<>();
    private final Deque<BookImage> history = new ArrayDeque<>();
    private boolean servesOld;

    TrueBook(final SyntheticBook book) {
        this.book = book;
        view(0);
    }

    /** What clients of a depth know; 0 for all of it. */
    BookView view(final int depth) {
        for (final BookView view : views) {
            if (view.depth() == depth) {
                return view;
            }
        }
        final BookView view = new BookView(depth);
        if (isReported()) {
            view.report(views.get(0).image());
        }
        views.add(view);
        return view;
    }

    boolean isReported() {
        return !views.isEmpty() && views.get(0).number() > 0;
    }

    /** Tells all views; gives whether something has changed. */
    boolean report(final long time) {
        if (book.updates() == views.get(0).lastId()) {
            return false;
        }
        final BookImage whole = book.image(time);
        for (final BookView view : views) {
            if (view.depth() == 0) {
                view.report(whole, book.touched(true), book.touched(false));
            } else {
                view.report(whole);
            }
        }
        book.touched(true).clear();
        book.touched(false).clear();
        if (!views.get(0).hasChanges()) {
            return false;
        }
        keep(whole);
        return true;
    }

    private synchronized void keep(final BookImage image) {
        if (history.size() == KEPT) {
            history.removeFirst();
        }
        history.addLast(image);
    }

    /** The book as it is now, whether reported or not: for a REST endpoint. */
    synchronized BookImage snapshot(final long time) {
        if (servesOld && !history.isEmpty()) {
            return history.peekFirst();
        }
        final BookImage image = book.image(time);
        keep(image);
        return image;
    }

    /** Whether snapshots are the oldest that is kept. */
    synchronized void serveOld(final boolean value) {
        servesOld = value;
    }

    /** Whether the book has been so at some moment that is kept. */
    public synchronized boolean wasOnce(final Predicate<BookImage> such) {
        // The wanted one is most likely among the last.
        for (final Iterator<BookImage> images = history.descendingIterator(); images.hasNext(); ) {
            if (such.test(images.next())) {
                return true;
            }
        }
        return false;
    }

    /** Levels of all moments that are kept. */
    public synchronized long levelsKept() {
        return history.stream().mapToLong(image -> image.bids() + image.asks()).sum();
    }
}
