package io.millrace.operators.market.book;

import io.millrace.operators.market.sbe.BookRule;

/**
 * How an update stands to what is in a book, by the rules of venues. Sources: the venues' own descriptions of how to keep a
 * book (Binance spot and futures, Bybit, OKX, Deribit).
 *
 * <p>Thread: any. Allocation: none. Deterministic: yes.
 */
enum Continuity {
    /** It comes next: is to be applied. */
    NEXT,
    /** The book has it already: is to be left out. */
    OLD,
    /** Something is missing in between. */
    GAP;

    /** Whether a rule is one of those whose snapshots must be asked for, so that updates are to be kept meanwhile. */
    static boolean isAsked(final BookRule rule) {
        return rule == BookRule.ASKED_NEXT_ID || rule == BookRule.ASKED_PREVIOUS_ID;
    }

    /** Where an update begins: the id before it where the venue says that, else its first id. */
    static long begin(final BookRule rule, final long first, final long previous) {
        return rule == BookRule.PREVIOUS_ID || rule == BookRule.ASKED_PREVIOUS_ID ? previous : first;
    }

    /**
     * Judges an update.
     *
     * @param isBridged whether an update is known to have ended at {@code bookId}: the first one behind a snapshot may overlap
     *                  with it
     * @param bookId    last id in the book
     * @param bookBegin where the update has begun that ended at it
     * @param first     first id of the update
     * @param last      last id of the update
     * @param previous  last id of the update before it, as the venue says
     */
    static Continuity of(
            final BookRule rule,
            final boolean isBridged,
            final long bookId,
            final long bookBegin,
            final long first,
            final long last,
            final long previous) {
        final boolean isSame = last == bookId && begin(rule, first, previous) == bookBegin;
        return switch (rule) {
            case NEXT_ID -> followed(last, isSame, first == bookId + 1 && last >= first);
            case PREVIOUS_ID -> bookId < 0 ? unnumbered(last, previous) : followed(last, isSame, previous == bookId);
            case ASKED_NEXT_ID ->
                isBridged
                        ? followed(last, isSame, last > bookId && first <= bookId + 1)
                        : asked(last, last <= bookId, first <= bookId + 1);
            case ASKED_PREVIOUS_ID ->
                isBridged
                        ? followed(last, isSame, last > bookId && previous == bookId)
                        : asked(last, last <= bookId, first <= bookId || previous >= 0 && previous <= bookId);
            default -> NEXT;
        };
    }

    /**
     * The same update twice does no harm. One that is older, or ends there but has begun elsewhere, shows that the venue counts
     * anew, or that order was lost: it is a gap, since what is left out as old for ever would leave a stale book valid.
     */
    private static Continuity followed(final long last, final boolean isSame, final boolean follows) {
        if (last < 0) {
            return GAP;
        }
        return follows ? NEXT : isSame ? OLD : GAP;
    }

    /** Venues have not always sent the ids: a snapshot without one is followed by updates without them. */
    private static Continuity unnumbered(final long last, final long previous) {
        return last < 0 && previous < 0 ? NEXT : GAP;
    }

    private static Continuity asked(final long last, final boolean isOld, final boolean follows) {
        if (last < 0) {
            return GAP;
        }
        return isOld ? OLD : follows ? NEXT : GAP;
    }
}
