package io.millrace.engine.spi;

import org.agrona.DirectBuffer;

/**
 * Where snapshots are kept. A snapshot is known by the number of the SNAPSHOT record that it was taken at.
 *
 * <p>Thread: one at a time, not the ingress thread. Allocation: yes.
 */
public interface SnapshotStore {

    /** Keeps nothing. */
    SnapshotStore NONE = new SnapshotStore() {
        @Override
        public long[] list() {
            return new long[0];
        }

        @Override
        public DirectBuffer read(final long inputSeq) {
            throw new ConnectorException("there is no snapshot of record " + inputSeq);
        }

        @Override
        public void write(final long inputSeq, final DirectBuffer snapshot, final int length) {
            throw new ConnectorException("there is no place for snapshots");
        }
    };

    /** Records of the snapshots that are there, newest first; not yet looked into. */
    long[] list();

    /**
     * Reads a snapshot.
     *
     * @return its bytes, outside the heap, valid as long as the buffer is reachable
     * @throws ConnectorException if it is damaged; names file and position
     */
    DirectBuffer read(long inputSeq);

    /**
     * Keeps a snapshot. On return it is on the disk, and was read back and compared.
     *
     * @param snapshot holds {@code length} bytes from 0
     * @throws ConnectorException if it can't be kept; older ones are as they were
     */
    void write(long inputSeq, DirectBuffer snapshot, int length);

    /**
     * Sets aside the snapshots of records that the journal does not have any more: what is journaled under these numbers from
     * now on is something else.
     *
     * @param nextSeq number of the first record that is not there
     */
    default void cutTo(final long nextSeq) {
        // Nothing is kept.
    }
}
