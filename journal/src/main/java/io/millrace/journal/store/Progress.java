package io.millrace.journal.store;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.model.DamageException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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
 *  | closed: 0, 1  | epoch         | unused                        |
 *  +---------------+---------------+-------------------------------+ 64
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
    private static final int LENGTH = 64;

    private static final int MAGIC = 0x4745_524D;
    private static final int VERSION = 2;

    private final Path file;
    private final MappedByteBuffer mapped;
    private final UnsafeBuffer block;

    private Progress(final Path file, final MappedByteBuffer mapped) {
        this.file = file;
        this.mapped = mapped;
        this.block = new UnsafeBuffer(mapped);
    }

    /** Makes the file of a log anew, which does not take its place before {@link #publish}. */
    public static Progress create(final Path file, final UUID id) {
        final Path fresh = fresh(file);
        IoUtil.deleteIfExists(fresh.toFile());
        final Progress progress = new Progress(file, IoUtil.mapNewFile(fresh.toFile(), LENGTH, true));
        progress.putId(id);
        progress.block.putInt(VERSION_OFFSET, VERSION, ByteOrder.LITTLE_ENDIAN);
        progress.block.putInt(MAGIC_OFFSET, MAGIC, ByteOrder.LITTLE_ENDIAN);
        progress.putWriter();
        return progress;
    }

    private static Path fresh(final Path file) {
        return file.resolveSibling(file.getFileName() + ".new");
    }

    /** Puts what {@link #create} has made in its place, on the disk. */
    public void publish() {
        mapped.force();
        try {
            Files.move(fresh(file), file, StandardCopyOption.ATOMIC_MOVE);
            Disk.syncDirectory(file.getParent());
        } catch (final IOException e) {
            throw new ConnectorException("can't make " + file + " (" + e + "): check its permissions", e);
        }
    }

    /**
     * Opens the file of a log for its next writer.
     *
     * @throws ConnectorException if it is not there, or not one of this log
     */
    public static Progress reopen(final Path file, final UUID id) {
        return map(file, id, MapMode.READ_WRITE);
    }

    /**
     * Opens the file of a log for reading, or gives null if there is none.
     *
     * @throws ConnectorException if it is not one of this log
     */
    public static Progress open(final Path file, final UUID id) {
        return Files.exists(file) ? map(file, id, MapMode.READ_ONLY) : null;
    }

    /** Whether a log's file is sound, and says that no session has begun. */
    public static boolean promisesNothing(final Path file) {
        if (!Files.exists(file)) {
            return false;
        }
        try (Progress progress = map(file, null, MapMode.READ_ONLY)) {
            return progress.epoch() == 0;
        }
    }

    private static Progress map(final Path file, final UUID id, final MapMode mode) {
        try {
            if (Files.size(file) < LENGTH) {
                throw unusable(file, "is cut short");
            }
        } catch (final IOException e) {
            throw new ConnectorException("can't read " + file + " (" + e + "): check its permissions", e);
        }
        final Progress progress =
                new Progress(file, IoUtil.mapExistingFile(file.toFile(), mode, "progress of the log"));
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
        if (id != null && !id.equals(id())) {
            throw unusable(file, "belongs to log " + id() + ", the files beside it to log " + id);
        }
    }

    private static DamageException unusable(final Path file, final String why) {
        return new DamageException(
                "damaged: the progress file " + why + ". It tells whether the end of the log is missing; without it the"
                        + " log can be read, but not checked for that: then delete it. A run goes on only if the loss"
                        + " is accepted",
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

    /**
     * The writer's: a session has begun, and its head is written.
     *
     * @param next   number of its first record
     * @param synced one past the last number that is on the disk
     */
    public void begin(final int epoch, final long next, final long synced) {
        putWriter();
        next(next);
        synced(synced);
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
