package io.millrace.journal.sync;

import io.millrace.journal.model.Durability;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.Progress;
import java.util.UUID;

/**
 * What a writer holds beside the queue while it writes: the lock, the progress, and what keeps its promise.
 *
 * <p>Thread: the writer's.
 */
public final class WriterSession implements AutoCloseable {
    private final DirectoryLock lock;
    private final Progress progress;
    private final Syncing syncing;
    private boolean inOrder;
    private boolean closed;

    /**
     * Begins to write a new log.
     *
     * @param lock of the directory, taken; closed with the session, also if it can't begin
     */
    public WriterSession(
            final LogDirectory directory, final DirectoryLock lock, final UUID id, final Durability durability) {
        this.lock = lock;
        Progress begun = null;
        boolean whole = false;
        try {
            begun = Progress.create(directory.progress(), id);
            this.progress = begun;
            this.syncing = Syncing.of(durability, begun);
            whole = true;
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
