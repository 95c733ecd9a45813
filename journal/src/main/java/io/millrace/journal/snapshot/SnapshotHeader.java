package io.millrace.journal.snapshot;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.UUID;

/**
 * What a snapshot file says about itself, and how it is laid out. Little-endian.
 *
 * <pre>
 *   0               4               8
 *  +---------------+---------------+-------------------------------+
 *  | magic         | version       | journal id, high half         |
 *  16------------------------------24------------------------------+
 *  | journal id, low half          | inputSeq                      |
 *  32------------------------------40------------------------------+
 *  | length of the snapshot        | created, epoch millis         |
 *  48------------------------------+-------------------------------+
 *  | the snapshot: bytes of the engine                            ...
 *  48 + length-----+
 *  | CRC32C        |  of all before
 *  +---------------+
 * </pre>
 *
 * Every later version keeps the first eight bytes and the checksum at the end, so that a newer one is told from a damaged
 * one.
 *
 * @param journal  what journal it belongs to
 * @param inputSeq record that it was taken at
 * @param length   bytes of the engine
 * @param created  when, for people
 */
record SnapshotHeader(UUID journal, long inputSeq, long length, long created) {
    /** Bytes before the snapshot. */
    static final int HEADER = 48;

    /** Bytes of the checksum behind it. */
    static final int TRAILER = 4;

    private static final int MAGIC = 0x534E_524D;
    private static final int VERSION = 1;

    private static final int MAGIC_OFFSET = 0;
    private static final int VERSION_OFFSET = 4;
    private static final int JOURNAL_OFFSET = 8;
    private static final int SEQ_OFFSET = 24;
    private static final int LENGTH_OFFSET = 32;
    private static final int CREATED_OFFSET = 40;

    /** Its bytes, from position to limit. */
    ByteBuffer encode() {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MAGIC_OFFSET, MAGIC)
                .putInt(VERSION_OFFSET, VERSION)
                .putLong(JOURNAL_OFFSET, journal.getMostSignificantBits())
                .putLong(JOURNAL_OFFSET + Long.BYTES, journal.getLeastSignificantBits())
                .putLong(SEQ_OFFSET, inputSeq)
                .putLong(LENGTH_OFFSET, length)
                .putLong(CREATED_OFFSET, created);
    }

    /**
     * Reads the header of a file whose checksum is right.
     *
     * @throws ConnectorException if it is of a newer version, or of another kind
     */
    static SnapshotHeader decode(final ByteBuffer bytes, final Path file, final long expectedSeq) {
        requireMagic(bytes, file, expectedSeq);
        final int version = bytes.getInt(VERSION_OFFSET);
        if (version > VERSION) {
            throw new ConnectorException("the snapshot " + file + " is of format version " + version
                    + ", this Millrace reads up to " + VERSION
                    + ": use the Millrace that wrote it, or a newer one. Without it, an older snapshot or the whole"
                    + " journal is read.");
        }
        if (version < 1) {
            throw DamageException.ofSnapshot(
                    "there is no format version " + version, file, VERSION_OFFSET, expectedSeq);
        }
        return new SnapshotHeader(
                new UUID(bytes.getLong(JOURNAL_OFFSET), bytes.getLong(JOURNAL_OFFSET + Long.BYTES)),
                bytes.getLong(SEQ_OFFSET),
                bytes.getLong(LENGTH_OFFSET),
                bytes.getLong(CREATED_OFFSET));
    }

    /** Checks that a file begins as snapshots do, whatever is behind. */
    static void requireMagic(final ByteBuffer bytes, final Path file, final long expectedSeq) {
        if (bytes.getInt(MAGIC_OFFSET) != MAGIC) {
            throw DamageException.ofSnapshot("it does not begin as a snapshot does", file, MAGIC_OFFSET, expectedSeq);
        }
    }

    /**
     * Checks that it belongs where it stands.
     *
     * @throws ConnectorException if it does not
     */
    void requirePlace(final Path file, final long size, final UUID expectedJournal, final long expectedSeq) {
        if (!journal.equals(expectedJournal)) {
            throw new ConnectorException("the snapshot " + file + " belongs to journal " + journal
                    + ", the one beside it is " + expectedJournal
                    + ": put it back where it was made, or remove it. A snapshot is good for its own journal only.");
        }
        if (inputSeq != expectedSeq) {
            throw DamageException.ofSnapshot(
                    "it is the snapshot of record " + inputSeq + " under the name of another",
                    file,
                    SEQ_OFFSET,
                    expectedSeq);
        }
        if (length != size - HEADER - TRAILER) {
            throw DamageException.ofSnapshot(
                    "it says that it holds " + length + " bytes, and has room for " + (size - HEADER - TRAILER),
                    file,
                    LENGTH_OFFSET,
                    expectedSeq);
        }
    }
}
