package io.millrace.journal.sync;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;

/** What is in the page cache is durable enough. */
final class PageCacheSyncing implements Syncing {
    private final AtomicLong next;

    PageCacheSyncing(final long start) {
        next = new AtomicLong(start);
    }

    @Override
    public void file(final Path file) {
        // The operating system writes it when it likes.
    }

    @Override
    public void appended(final long newNext) {
        next.lazySet(newNext);
    }

    @Override
    public long synced() {
        return next.get();
    }

    @Override
    public void close() {
        // Nothing is promised about the disk.
    }
}
