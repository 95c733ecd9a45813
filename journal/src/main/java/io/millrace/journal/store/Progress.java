package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import java.io.File;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
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
 *  | closed: 0, 1  | unused                                        |
 *  +---------------+-----------------------------------------------+ 64
 * </pre>
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
    private static final int LENGTH = 64;

    private static final int MAGIC = 0x4745_524D;
    private static final int VERSION = 1;

    private final MappedByteBuffer mapped;
    private final UnsafeBuffer block;

    private Progress(final MappedByteBuffer mapped) {
        this.mapped = mapped;
        this.block = new UnsafeBuffer(mapped);
    }

    /** Makes the file of a new log. */
    public static Progress create(final Path file, final UUID id) {
        final File target = file.toFile();
        IoUtil.deleteIfExists(target);
        final Progress progress = new Progress(IoUtil.mapNewFile(target, LENGTH, true));
        progress.block.putLong(PID_OFFSET, ProcessHandle.current().pid(), ByteOrder.LITTLE_ENDIAN);
        progress.putId(id);
        progress.block.putInt(VERSION_OFFSET, VERSION, ByteOrder.LITTLE_ENDIAN);
        progress.block.putInt(MAGIC_OFFSET, MAGIC, ByteOrder.LITTLE_ENDIAN);
        return progress;
    }

    /**
     * Opens the file of a log for reading, or gives null if there is none.
     *
     * @throws ConnectorException if it is not one of this log
     */
    public static Progress open(final Path file, final UUID id) {
        if (!Files.exists(file)) {
            return null;
        }
        try {
            if (Files.size(file) < LENGTH) {
                throw unusable(file, "is cut short");
            }
        } catch (final IOException e) {
            throw new ConnectorException("can't read " + file + " (" + e + "): check its permissions", e);
        }
        final Progress progress =
                new Progress(IoUtil.mapExistingFile(file.toFile(), MapMode.READ_ONLY, "progress of the log"));
        try {
            progress.check(file, id);
        } catch (final ConnectorException e) {
            progress.close();
            throw e;
        }
        return progress;
    }

    private void check(final Path file, final UUID id) {
        if (block.getInt(MAGIC_OFFSET, ByteOrder.LITTLE_ENDIAN) != MAGIC
                || block.getInt(VERSION_OFFSET, ByteOrder.LITTLE_ENDIAN) != VERSION) {
            throw unusable(file, "is damaged or of another version");
        }
        if (!id.equals(id())) {
            throw unusable(file, "belongs to log " + id() + ", the files beside it to log " + id);
        }
    }

    private static DamageException unusable(final Path file, final String why) {
        return new DamageException(
                "damaged: the progress file " + why + ". It tells whether the end of the log is missing; without it the"
                        + " log can be read, but not checked for that: then delete it",
                file,
                0,
                0);
    }

    private void putId(final UUID id) {
        block.putLong(ID_OFFSET, id.getMostSignificantBits(), ByteOrder.LITTLE_ENDIAN);
        block.putLong(ID_OFFSET + Long.BYTES, id.getLeastSignificantBits(), ByteOrder.LITTLE_ENDIAN);
    }

    private UUID id() {
        return new UUID(
                block.getLong(ID_OFFSET, ByteOrder.LITTLE_ENDIAN),
                block.getLong(ID_OFFSET + Long.BYTES, ByteOrder.LITTLE_ENDIAN));
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

    private static long littleEndian(final long value) {
        return ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? value : Long.reverseBytes(value);
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
    }
}
