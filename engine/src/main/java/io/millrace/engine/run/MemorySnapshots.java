package io.millrace.engine.run;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.SnapshotStore;
import java.util.NavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Snapshots in memory: for tests.
 *
 * <p>Thread: any. Allocation: each snapshot. Deterministic: yes.
 */
public final class MemorySnapshots implements SnapshotStore {
    private final NavigableMap<Long, UnsafeBuffer> snapshots = new ConcurrentSkipListMap<>();

    @Override
    public long[] list() {
        return snapshots.descendingKeySet().stream().mapToLong(Long::longValue).toArray();
    }

    @Override
    public DirectBuffer read(final long inputSeq) {
        final UnsafeBuffer snapshot = snapshots.get(inputSeq);
        if (snapshot == null) {
            throw new ConnectorException("there is no snapshot of record " + inputSeq);
        }
        return snapshot;
    }

    @Override
    public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
        final UnsafeBuffer copy = new UnsafeBuffer(BufferUtil.allocateDirectAligned(length, Long.BYTES));
        copy.putBytes(0, snapshot, 0, length);
        snapshots.put(inputSeq, copy);
    }

    @Override
    public void cutTo(final long nextSeq) {
        snapshots.tailMap(nextSeq).clear();
    }
}
