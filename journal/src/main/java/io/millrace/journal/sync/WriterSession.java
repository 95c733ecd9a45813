package io.millrace.journal.sync;

import io.millrace.journal.model.Durability;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.Disk;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.Progress;
import io.millrace.journal.store.ProgressFile;
import java.nio.file.Path;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What a writer holds beside the queue while it writes: the lock, the progress, and what keeps its promise.
 *
 * <p>Thread: the writer's.
 */
public final class WriterSession implements AutoCloseable {
    private final DirectoryLock lock;
    private final Progress progress;
    private final Syncing syncing;
    private final long first;
    private final boolean syncs;
    private Path unpublishedTo;
    private boolean inOrder;
    private boolean closed;

    private WriterSession(
            final DirectoryLock lock, final Progress progress, final Durability durability, final long first) {
        this.lock = lock;
        this.progress = progress;
        this.syncing = Syncing.of(durability, progress, first);
        this.first = first;
        this.syncs = durability.level() != Durability.Level.PROCESS;
    }

    /**
     * For the first session of a log.
     *
     * @param lock of the directory, taken; closed with the session, also if it can't begin
     */
    public static WriterSession anew(
            final LogDirectory directory, final DirectoryLock lock, final UUID id, final Durability durability) {
        final Supplier<Progress> source = () -> {
            final Progress progress = ProgressFile.create(directory.progress(), id);
            ProgressFile.publish(progress, directory.progress());
            return progress;
        };
        return of(lock, source, durability, 0);
    }

    /**
     * For a session that follows others.
     *
     * @param lock  of the directory, taken; closed with the session, also if it can't begin
     * @param first number of the first record
     */
    public static WriterSession following(
            final LogDirectory directory,
            final DirectoryLock lock,
            final UUID id,
            final Durability durability,
            final long first) {
        return of(lock, () -> ProgressFile.reopen(directory.progress(), id), durability, first);
    }

    /**
     * For a session that follows others whose progress file is lost.
     *
     * @param lock  of the directory, taken; closed with the session, also if it can't begin
     * @param first number of the first record
     */
    public static WriterSession replacing(
            final LogDirectory directory,
            final DirectoryLock lock,
            final UUID id,
            final Durability durability,
            final long first) {
        final WriterSession session = of(lock, () -> ProgressFile.create(directory.progress(), id), durability, first);
        session.unpublishedTo = directory.progress();
        return session;
    }

    private static WriterSession of(
            final DirectoryLock lock, final Supplier<Progress> source, final Durability durability, final long first) {
        Progress begun = null;
        boolean whole = false;
        try {
            begun = source.get();
            final WriterSession session = new WriterSession(lock, begun, durability, first);
            whole = true;
            return session;
        } finally {
            // Not a catch: what mapping a file throws is checked, and not declared.
            if (!whole) {
                if (begun != null) {
                    begun.close();
                }
                lock.close();
            }
        }
    }

    /**
     * The session's head is written. It goes to the disk first: the progress must not know of a session that is not there.
     *
     * @param file that it is in
     */
    public void begun(final int epoch, final Path file) {
        Disk.sync(file);
        Disk.sync(file.getParent());
        progress.begin(epoch, first, syncs ? first : Math.min(first, progress.synced()), syncs);
        if (unpublishedTo != null) {
            ProgressFile.publish(progress, unpublishedTo);
        }
    }

    /** How far the writer came. */
    public Progress progress() {
        return progress;
    }

    /** What keeps the promise. */
    public Syncing syncing() {
        return syncing;
    }

    /** The writer has written all that it wanted to. */
    public void finish() {
        inOrder = true;
    }

    /** Makes what was appended durable as promised and lets go. The second time it does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (lock) {
            try (progress) {
                syncing.close();
                if (inOrder) {
                    progress.markClosed();
                }
            }
        }
    }
}
