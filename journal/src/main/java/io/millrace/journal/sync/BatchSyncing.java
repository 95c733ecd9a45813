package io.millrace.journal.sync;

import io.millrace.journal.store.Progress;
import java.nio.file.Path;

/** Every append waits for the disk. */
final class BatchSyncing implements Syncing {
    private final Progress progress;
    private SyncedFile file;
    private volatile long synced;

    BatchSyncing(final Progress progress, final long start) {
        this.progress = progress;
        this.synced = start;
    }

    @Override
    public void file(final Path path) {
        if (file != null) {
            file.sync();
            file.close();
        }
        file = new SyncedFile(path);
    }

    @Override
    public void appended(final long next) {
        file.sync();
        synced = next;
        progress.synced(next);
    }

    @Override
    public long synced() {
        return synced;
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }
}
