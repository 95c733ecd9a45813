package io.millrace.journal.log;

import io.millrace.journal.document.DocumentFile;
import io.millrace.journal.session.Session;
import io.millrace.journal.store.Damage;
import io.millrace.journal.store.Progress;

/**
 * What a log's writer has promised to be there, if it is known.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class Promise {
    /** More than any number that is read: the log has come to another epoch. */
    private static final long ANOTHER_EPOCH = Long.MAX_VALUE;

    private final Progress progress;

    /** @param progress of the writer, or null if nobody knows */
    Promise(final Progress progress) {
        this.progress = progress;
    }

    boolean isKnown() {
        return progress != null;
    }

    /** One past the last record that was completed, for one who has come to a session of this epoch. */
    long next(final int epoch) {
        return isOf(epoch) ? progress.next() : elsewhere(epoch);
    }

    /** One past the last record that must be there, whatever has happened to the machine. */
    long owed(final int epoch) {
        return isOf(epoch) ? progress.owed() : elsewhere(epoch);
    }

    private boolean isOf(final int epoch) {
        return progress != null && progress.epoch() == epoch;
    }

    private long elsewhere(final int epoch) {
        return progress != null && progress.epoch() > epoch ? ANOTHER_EPOCH : 0;
    }

    /** Whether damage at a record is no more than what a loss of power may leave behind what was synced. */
    boolean allowsDamageAt(final long next, final Session session) {
        return !session.isFollowed() && isOf(session.epoch()) && progress.owesSynced() && next >= progress.synced();
    }

    /**
     * Checks that the log may end.
     *
     * @param owed what {@link #owed} gave before the end was looked for
     * @param file     the newest
     * @param next     one past the last record that is there
     */
    void requireKept(final long owed, final DocumentFile file, final int epoch, final long next) {
        if (owed == ANOTHER_EPOCH) {
            throw Damage.sessionMissing(progress.epoch(), epoch, file.path(), file.nextPosition(), next);
        }
        if (owed > next) {
            throw Damage.endMissing(owed, file.path(), file.nextPosition(), next);
        }
        // Without a promise, a document that others follow must have been completed once.
        if (progress == null && file.hasBegun() && file.isFollowed()) {
            throw Damage.header(file.path(), file.nextPosition(), next);
        }
    }
}
