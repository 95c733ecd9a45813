package io.millrace.journal.log;

import io.millrace.journal.session.Session;
import io.millrace.journal.store.Progress;

/**
 * What a log's {@link Progress} says about what must be there. Two numbers: up to where records were completed, and up to
 * where they have to be, whatever has happened to the machine. Under a durability that syncs, the latter is what was synced:
 * of the rest a loss of power may leave nothing, or pieces.
 *
 * <p>Thread: the reader's. Allocation: none. Deterministic: yes.
 *
 * @param progress null if nobody knows
 */
record Promise(Progress progress) {
    /** More than any number that is read: the log has come to another epoch. */
    static final long ANOTHER_EPOCH = Long.MAX_VALUE;

    private static final long NOTHING = 0;

    boolean isKnown() {
        return progress != null;
    }

    /** One past the last record that was completed. */
    long completed(final Session session) {
        final long elsewhere = elsewhere(session);
        return elsewhere == NOTHING && isOf(session) ? progress.next() : elsewhere;
    }

    /** One past the last record that has to be there. */
    long owed(final Session session) {
        final long elsewhere = elsewhere(session);
        return elsewhere == NOTHING && isOf(session) ? progress.owed() : elsewhere;
    }

    private boolean isOf(final Session session) {
        return progress != null && progress.epoch() == session.epoch();
    }

    private long elsewhere(final Session session) {
        return progress != null && progress.epoch() > session.epoch() ? ANOTHER_EPOCH : NOTHING;
    }

    /** Whether damage at a record is no more than what a loss of power may leave behind what was synced. */
    boolean allowsDamageAt(final long next, final Session session) {
        return !session.isFollowed() && isOf(session) && progress.owesSynced() && next >= progress.synced();
    }
}
