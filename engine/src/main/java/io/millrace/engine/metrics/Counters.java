package io.millrace.engine.metrics;

import io.millrace.engine.spi.ConnectorException;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel.MapMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.agrona.BufferUtil;
import org.agrona.DirectBuffer;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;
import org.agrona.concurrent.status.AtomicCounter;
import org.agrona.concurrent.status.ConcurrentCountersManager;
import org.agrona.concurrent.status.CountersReader;

/**
 * The counters of a process, in memory or in a file.
 *
 * <p>Thread: any allocates; each counter is written by one. Allocation: a counter allocates once. Deterministic: not part
 * of what is.
 */
public final class Counters implements AutoCloseable {
    /** Default name of the file. */
    public static final String FILE_NAME = "counters.dat";

    private static final String UNFINISHED = ".tmp";
    private static final int MAGIC = 0x4D52_4354;
    private static final int VERSION = 1;
    private static final int HEADER = 64;
    private static final int MAX_COUNTERS = 1_024;
    private static final int VALUES_LENGTH = MAX_COUNTERS * CountersReader.COUNTER_LENGTH;
    private static final int METADATA_LENGTH = MAX_COUNTERS * CountersReader.METADATA_LENGTH;
    private static final int LENGTH = HEADER + METADATA_LENGTH + VALUES_LENGTH;

    private final MappedByteBuffer mapped;
    private final ConcurrentCountersManager manager;

    private Counters(final UnsafeBuffer block, final MappedByteBuffer mapped) {
        this.mapped = mapped;
        block.putInt(0, MAGIC, ByteOrder.LITTLE_ENDIAN);
        block.putInt(4, VERSION, ByteOrder.LITTLE_ENDIAN);
        block.putInt(8, METADATA_LENGTH, ByteOrder.LITTLE_ENDIAN);
        block.putInt(12, VALUES_LENGTH, ByteOrder.LITTLE_ENDIAN);
        manager = new ConcurrentCountersManager(
                new UnsafeBuffer(block, HEADER, METADATA_LENGTH),
                new UnsafeBuffer(block, HEADER + METADATA_LENGTH, VALUES_LENGTH),
                StandardCharsets.UTF_8);
    }

    /** Counters that only this process sees. */
    public static Counters inMemory() {
        return new Counters(new UnsafeBuffer(BufferUtil.allocateDirectAligned(LENGTH, HEADER)), null);
    }

    /**
     * Counters in a file, which is made anew.
     *
     * @throws ConnectorException if there is a file of something else, or none can be made
     */
    public static Counters inFile(final Path file) {
        if (Files.exists(file)) {
            requireCounters(file);
        }
        final Path directory = file.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            throw new ConnectorException("the directory of " + file + " does not exist: create it first");
        }
        // A process that is killed here must not leave a file that the next one can't tell from somebody's.
        final Path unfinished = file.resolveSibling(file.getFileName() + UNFINISHED);
        try {
            Files.deleteIfExists(unfinished);
            final MappedByteBuffer mapped = IoUtil.mapNewFile(unfinished.toFile(), LENGTH);
            final Counters counters = new Counters(new UnsafeBuffer(mapped), mapped);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return counters;
        } catch (final IOException e) {
            // Mapping throws it too, undeclared.
            throw new ConnectorException("can't make a file of counters, " + file + " (" + e + ")", e);
        }
    }

    private static void requireCounters(final Path file) {
        try {
            read(file, (label, value) -> {});
        } catch (final RuntimeException e) {
            throw new ConnectorException(
                    file + " exists and is no file of counters: it is left as it is, name another one", e);
        }
    }

    /** A new counter. */
    public AtomicCounter counter(final String label) {
        return manager.newCounter(label);
    }

    /** Calls {@code visitor} for each counter. */
    public void forEach(final Visitor visitor) {
        forEach(manager, visitor);
    }

    /**
     * Reads the counters of another process.
     *
     * @throws IllegalArgumentException if the file is not one of counters
     */
    public static void read(final Path file, final Visitor visitor) {
        final MappedByteBuffer mapped = IoUtil.mapExistingFile(file.toFile(), MapMode.READ_ONLY, "counters");
        try {
            final DirectBuffer block = new UnsafeBuffer(mapped);
            if (block.capacity() < HEADER
                    || block.getInt(0, ByteOrder.LITTLE_ENDIAN) != MAGIC
                    || block.getInt(4, ByteOrder.LITTLE_ENDIAN) != VERSION) {
                throw new IllegalArgumentException(file + " is not a file of counters of this version");
            }
            final int metadataLength = block.getInt(8, ByteOrder.LITTLE_ENDIAN);
            final int valuesLength = block.getInt(12, ByteOrder.LITTLE_ENDIAN);
            if (metadataLength < 0
                    || valuesLength < 0
                    || (long) HEADER + metadataLength + valuesLength > block.capacity()) {
                throw new IllegalArgumentException(file + " is a damaged file of counters");
            }
            forEach(
                    new CountersReader(
                            new UnsafeBuffer(block, HEADER, metadataLength),
                            new UnsafeBuffer(block, HEADER + metadataLength, valuesLength)),
                    visitor);
        } finally {
            IoUtil.unmap(mapped);
        }
    }

    private static void forEach(final CountersReader reader, final Visitor visitor) {
        reader.forEach((id, type, key, label) -> visitor.onCounter(label, reader.getCounterValue(id)));
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
    }

    /** Takes counters. */
    @FunctionalInterface
    public interface Visitor {
        void onCounter(String label, long value);
    }
}
