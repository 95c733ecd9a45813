package io.millrace.journal.log;

import io.millrace.journal.document.DocumentFile;
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

    /** One past the last record that must be there, for one who has come to a session of this epoch. */
    long next(final int epoch) {
        if (progress == null) {
            return 0;
        }
        final int promised = progress.epoch();
        if (promised == epoch) {
            return progress.next();
        }
        return promised < epoch ? 0 : ANOTHER_EPOCH;
    }

    /**
     * Checks that the log may end.
     *
     * @param promised what {@link #next} gave before the end was looked for
     * @param file     the newest
     * @param next     one past the last record that is there
     */
    void requireKept(final long promised, final DocumentFile file, final int epoch, final long next) {
        if (promised == ANOTHER_EPOCH) {
            throw Damage.sessionMissing(progress.epoch(), epoch, file.path(), file.nextPosition(), next);
        }
        if (promised > next) {
            throw Damage.endMissing(promised, file.path(), file.nextPosition(), next);
        }
        // Without a promise, a document that others follow must have been completed once.
        if (progress == null && file.hasBegun() && file.isFollowed()) {
            throw Damage.header(file.path(), file.nextPosition(), next);
        }
    }
}
