package io.millrace.journal.sync;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.store.Progress;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A thread of its own syncs every n ms, so that the writer never waits for the disk. What the writer still meets is a
 * slower first store into a page that was written out just before.
 */
final class IntervalSyncing implements Syncing {
    private final long intervalNanos;
    private final Progress progress;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition closing = lock.newCondition();
    private final Queue<SyncedFile> files = new ArrayDeque<>();
    private final Thread thread = new Thread(this::run, "millrace-sync");
    private final AtomicLong appended;
    private volatile long synced;
    private volatile RuntimeException failure;
    private boolean closed;

    IntervalSyncing(final long intervalMillis, final Progress progress, final long start) {
        this.appended = new AtomicLong(start);
        this.synced = start;
        this.intervalNanos = TimeUnit.MILLISECONDS.toNanos(intervalMillis);
        this.progress = progress;
        thread.setDaemon(true);
    }

    @Override
    public void file(final Path path) {
        final SyncedFile file = new SyncedFile(path);
        lock.lock();
        try {
            files.add(file);
        } finally {
            lock.unlock();
        }
        if (thread.getState() == Thread.State.NEW) {
            thread.start();
        }
    }

    @Override
    public void appended(final long next) {
        if (failure != null) {
            throw new ConnectorException(failure.getMessage(), failure);
        }
        appended.lazySet(next);
    }

    private void run() {
        try {
            while (!waitForTurn()) {
                sync();
            }
            sync();
        } catch (final Throwable e) {
            // An error of mapped memory too: the writer must hear of it.
            failure = e instanceof RuntimeException known ? known : new IllegalStateException(e);
        }
    }

    /** Whether to end. */
    private boolean waitForTurn() {
        lock.lock();
        try {
            long left = intervalNanos;
            while (!closed && left > 0) {
                left = closing.awaitNanos(left);
            }
            return closed;
        } catch (final InterruptedException e) {
            throw new IllegalStateException("nobody interrupts this thread", e);
        } finally {
            lock.unlock();
        }
    }

    /** The number is read first: the records below it are in files that are known by now. */
    private void sync() {
        final long next = appended.get();
        if (next == synced) {
            return;
        }
        SyncedFile file = oldest();
        file.sync();
        while (dropIfOld(file)) {
            file = oldest();
            file.sync();
        }
        synced = next;
        progress.synced(next);
    }

    private SyncedFile oldest() {
        lock.lock();
        try {
            return files.element();
        } finally {
            lock.unlock();
        }
    }

    private boolean dropIfOld(final SyncedFile file) {
        lock.lock();
        try {
            if (files.size() == 1) {
                return false;
            }
            files.remove();
        } finally {
            lock.unlock();
        }
        file.close();
        return true;
    }

    @Override
    public long synced() {
        return synced;
    }

    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            closing.signal();
        } finally {
            lock.unlock();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (final InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        for (final SyncedFile file : files) {
            file.close();
        }
        if (failure != null) {
            throw new ConnectorException(failure.getMessage(), failure);
        }
    }
}
