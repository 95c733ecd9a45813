package io.millrace.bench.recovery;

import io.millrace.engine.spi.SnapshotStore;
import org.agrona.DirectBuffer;

/** Keeps the first snapshot and no later one: each start is from the same place. Notes how long reading takes. */
final class OneSnapshot implements SnapshotStore {
    private final SnapshotStore store;
    private long readNanos;

    OneSnapshot(final SnapshotStore store) {
        this.store = store;
    }

    @Override
    public long[] list() {
        return store.list();
    }

    @Override
    public DirectBuffer read(final long inputSeq) {
        final long start = System.nanoTime();
        final DirectBuffer snapshot = store.read(inputSeq);
        readNanos += System.nanoTime() - start;
        return snapshot;
    }

    @Override
    public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
        if (list().length == 0) {
            store.write(inputSeq, snapshot, length);
        }
    }

    /** Nanoseconds that reading took. */
    long readNanos() {
        return readNanos;
    }
}
