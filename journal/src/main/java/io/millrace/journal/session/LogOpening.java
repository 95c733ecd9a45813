package io.millrace.journal.session;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.store.Damage;
import io.millrace.journal.store.HeadPrefix;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.LogFiles;
import io.millrace.journal.store.NoJournal;
import io.millrace.journal.store.Progress;
import io.millrace.journal.store.ProgressFile;
import java.util.UUID;

/**
 * What is found when a log is opened for reading.
 *
 * @param files    of the log
 * @param options  how it is to be read
 * @param sessions whose records count, at least one
 * @param progress of its writer, or null if the file is missing; to be closed by whoever reads
 */
public record LogOpening(LogFiles files, ReadOptions options, Sessions sessions, Progress progress)
        implements AutoCloseable {

    /**
     * Looks at a log.
     *
     * @throws ConnectorException if there is none, or it is damaged; says what to do
     */
    public static LogOpening of(final LogDirectory directory, final ReadOptions options) {
        final LogFiles files = new LogFiles(directory, options.archive());
        Sessions sessions = some(files);
        final Progress progress = ProgressFile.open(
                directory.progress(), HeadPrefix.id(sessions.newest().head()));
        if (progress != null && progress.epoch() > sessions.newest().epoch()) {
            // A session may have begun between the two looks. If not, a reader finds out that it is missing.
            sessions = some(files);
        }
        return new LogOpening(files, options, sessions, progress);
    }

    /**
     * Looks at a log whose end may be lost, up to what is damaged; its progress counts as missing if it is damaged.
     *
     * @throws ConnectorException if there is none, or so much is lost that nobody knows what of the rest counts
     */
    public static LogOpening ofWhatIsLeft(final LogDirectory directory, final ReadOptions options) {
        final LogFiles files = new LogFiles(directory, options.archive());
        final Sessions sessions = Sessions.ofWhatIsLeft(files);
        if (sessions.count() == 0) {
            throw sessions.lost() == null ? NoJournal.in(directory) : sessions.lost();
        }
        final Session newest = sessions.newest();
        final Progress progress = progressIfSound(directory, HeadPrefix.id(newest.head()));
        if (progress != null && progress.epoch() > newest.epoch()) {
            final int epoch = progress.epoch();
            progress.close();
            throw Damage.sessionMissing(epoch, newest.epoch(), newest.oldest().path(), 0, newest.first());
        }
        return new LogOpening(files, options, sessions, progress);
    }

    private static Progress progressIfSound(final LogDirectory directory, final UUID id) {
        try {
            return ProgressFile.open(directory.progress(), id);
        } catch (final DamageException e) {
            return null;
        }
    }

    private static Sessions some(final LogFiles files) {
        final Sessions sessions = Sessions.of(files);
        if (sessions.count() == 0) {
            throw NoJournal.in(files.directory());
        }
        return sessions;
    }

    /**
     * Checks that the log is there from where it is to be read.
     *
     * @return whether its beginning is missing and that is fine
     */
    public boolean requireBeginning(final long from) {
        final Session oldest = sessions.at(0);
        final boolean missing = oldest.first() > from;
        if (missing && !options.laterStart()) {
            throw from == 0
                    ? NoJournal.beginningMissing(oldest.oldest().path(), oldest.first())
                    : NoJournal.released(oldest.oldest().path(), oldest.first(), from);
        }
        return missing;
    }

    @Override
    public void close() {
        if (progress != null) {
            progress.close();
        }
    }
}
