package io.millrace.journal.store;

import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.util.UUID;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * How far the writer of a log came: a small mapped file beside the queue. It is what tells a log that ends here from one
 * whose end is gone. The writer sets it after each document, so that it never promises what is not there. Little-endian.
 *
 * <pre>
 *   0               4               8
 *  +---------------+---------------+-------------------------------+
 *  | magic         | version       | writer's process id           |
 *  16--------------+---------------+-------------------------------+
 *  | id of the log                                                 |
 *  32------------------------------40------------------------------+
 *  | one past the last number      | one past the last one synced  |
 *  48--------------+---------------+-------------------------------+
 *  | closed: 0, 1  | epoch         | owed: 0, 1    | unused        |
 *  +---------------+---------------+---------------+---------------+ 64
 *  owed: 0 all that was appended, 1 only what was synced: the rest may be lost with the power
 * </pre>
 *
 * What it promises holds for sessions of its epoch. A new session's head is written before it, so that a log whose newest
 * session is of a later epoch than this is one whose writer died in between, and nothing is promised.
 *
 * <p>Thread: one writes, any reads. Allocation: when opened. Deterministic: yes.
 */
public final class Progress implements AutoCloseable {
    private static final int MAGIC_OFFSET = 0;
    private static final int VERSION_OFFSET = 4;
    private static final int PID_OFFSET = 8;
    private static final int ID_OFFSET = 16;
    private static final int NEXT_OFFSET = 32;
    private static final int SYNCED_OFFSET = 40;
    private static final int CLOSED_OFFSET = 48;
    private static final int EPOCH_OFFSET = 52;
    private static final int OWED_OFFSET = 56;
    static final int LENGTH = 64;

    private static final int MAGIC = 0x4745_524D;
    private static final int VERSION = 2;

    private final MappedByteBuffer mapped;
    private final UnsafeBuffer block;

    private Progress(final MappedByteBuffer mapped) {
        this.mapped = mapped;
        this.block = new UnsafeBuffer(mapped);
    }

    static Progress of(final MappedByteBuffer mapped) {
        return new Progress(mapped);
    }

    /** Makes the block of a log of which no session has begun. */
    void initialise(final UUID id) {
        putId(id);
        block.putInt(VERSION_OFFSET, VERSION, ByteOrder.LITTLE_ENDIAN);
        block.putInt(MAGIC_OFFSET, MAGIC, ByteOrder.LITTLE_ENDIAN);
        putWriter();
    }

    /** Whether this is a block of this version. */
    boolean isKnown() {
        return block.getInt(MAGIC_OFFSET, ByteOrder.LITTLE_ENDIAN) == MAGIC
                && block.getInt(VERSION_OFFSET, ByteOrder.LITTLE_ENDIAN) == VERSION;
    }

    void force() {
        mapped.force();
    }

    private void putId(final UUID id) {
        block.putLong(ID_OFFSET, id.getMostSignificantBits(), ByteOrder.LITTLE_ENDIAN);
        block.putLong(ID_OFFSET + Long.BYTES, id.getLeastSignificantBits(), ByteOrder.LITTLE_ENDIAN);
    }

    /** Id of the log. */
    UUID id() {
        return new UUID(
                block.getLong(ID_OFFSET, ByteOrder.LITTLE_ENDIAN),
                block.getLong(ID_OFFSET + Long.BYTES, ByteOrder.LITTLE_ENDIAN));
    }

    /**
     * The writer's: a session has begun, and its head is written.
     *
     * @param next   number of its first record
     * @param synced one past the last number that is on the disk
     * @param owesSynced whether only what was synced has to be there after a loss of power
     */
    public void begin(final int epoch, final long next, final long synced, final boolean owesSynced) {
        putWriter();
        next(next);
        synced(synced);
        block.putIntRelease(OWED_OFFSET, littleEndian(owesSynced ? 1 : 0));
        block.putIntRelease(EPOCH_OFFSET, littleEndian(epoch));
        mapped.force();
    }

    private void putWriter() {
        block.putLong(PID_OFFSET, ProcessHandle.current().pid(), ByteOrder.LITTLE_ENDIAN);
        block.putInt(CLOSED_OFFSET, 0, ByteOrder.LITTLE_ENDIAN);
    }

    /** Epoch of the session that {@link #next()} speaks of; to be asked before it. */
    public int epoch() {
        return littleEndian(block.getIntVolatile(EPOCH_OFFSET));
    }

    /** One past the number of the last record that was appended. */
    public long next() {
        return littleEndian(block.getLongVolatile(NEXT_OFFSET));
    }

    /** The writer's: all numbers below {@code next} have been appended. */
    public void next(final long next) {
        block.putLongRelease(NEXT_OFFSET, littleEndian(next));
    }

    /** One past the number of the last record that is known to be on the disk. */
    public long synced() {
        return littleEndian(block.getLongVolatile(SYNCED_OFFSET));
    }

    /** The writer's: all numbers below {@code next} are on the disk. */
    public void synced(final long next) {
        block.putLongRelease(SYNCED_OFFSET, littleEndian(next));
    }

    /** One past the number of the last record that has to be there, whatever has happened to the machine. */
    public long owed() {
        return owesSynced() ? synced() : next();
    }

    /** Whether records behind those that were synced may be lost, or be there in pieces. */
    public boolean owesSynced() {
        return block.getIntVolatile(OWED_OFFSET) != 0;
    }

    /** Whether the writer ended in order. */
    public boolean isClosed() {
        return block.getInt(CLOSED_OFFSET, ByteOrder.LITTLE_ENDIAN) != 0;
    }

    /** Whether a process with the writer's id is alive. */
    public boolean isWriterAlive() {
        return ProcessHandle.of(block.getLong(PID_OFFSET, ByteOrder.LITTLE_ENDIAN))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }

    /** The writer's: it ends in order. */
    public void markClosed() {
        block.putInt(CLOSED_OFFSET, 1, ByteOrder.LITTLE_ENDIAN);
    }

    private static int littleEndian(final int value) {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? value : Integer.reverseBytes(value);
    }

    private static long littleEndian(final long value) {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? value : Long.reverseBytes(value);
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
    }
}
