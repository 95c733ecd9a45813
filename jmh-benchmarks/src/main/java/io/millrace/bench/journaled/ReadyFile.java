package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.engine.loop.BatchTarget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.agrona.IoUtil;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The floor of every journal: a mapped file all of whose pages are there, which is written over and over. It has no lengths, no
 * checksums, and no end.
 *
 * <p>Thread: one. Allocation: none per batch.
 */
final class ReadyFile implements RawLog {
    private static final int PAGE = 4_096;

    private final MappedByteBuffer mapped;
    private final UnsafeBuffer memory;

    /** Makes the file, and has all of its pages be there. */
    ReadyFile(final Path directory, final int length) {
        try (FileChannel channel = FileChannel.open(
                directory.resolve("ready"),
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE)) {
            mapped = channel.map(FileChannel.MapMode.READ_WRITE, 0, length);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
        memory = new UnsafeBuffer(mapped);
        for (int at = 0; at < length; at += PAGE) {
            memory.putByte(at, (byte) 1);
        }
    }

    @Override
    public long append(final Records records, final int batchRecords, final BatchTarget chain) {
        final UnsafeBuffer buffer = records.buffer();
        final int batchBytes = batchRecords * Records.LENGTH;
        final long start = System.nanoTime();
        for (int at = 0; at < records.length(); at += batchBytes) {
            memory.putBytes(at, buffer, at, batchBytes);
            chain.onBatch(buffer, at, batchBytes);
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        IoUtil.unmap(mapped);
    }
}
