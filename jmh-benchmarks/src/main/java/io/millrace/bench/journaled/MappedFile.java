package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.engine.channel.RecordLayout;
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
 * The floor under any journal: records are copied into a file in memory, one batch behind the other, with nothing that
 * says where one ends, whether it is whole, or what follows.
 *
 * <p>Thread: one. Allocation: none per record.
 */
final class MappedFile implements RawLog {
    private static final int PAGE = 4096;

    private final MappedByteBuffer map;
    private final UnsafeBuffer bytes;

    /** A new file with room for so many bytes. */
    MappedFile(final Path file, final int length) {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE_NEW, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            map = channel.map(FileChannel.MapMode.READ_WRITE, 0, length);
            bytes = new UnsafeBuffer(map);
        } catch (final IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Touches all pages, so that none of them is met for the first time later. */
    MappedFile touched() {
        for (int at = 0; at < bytes.capacity(); at += PAGE) {
            bytes.putByte(at, (byte) 0);
        }
        return this;
    }

    /** From its beginning on, over what it holds. */
    @Override
    public long append(final Records records, final int batchRecords, final BatchTarget chain) {
        final UnsafeBuffer buffer = records.buffer();
        final int batchBytes = batchRecords * Records.LENGTH;
        final long start = System.nanoTime();
        for (int at = 0; at < records.length(); at += batchBytes) {
            bytes.putBytes(at, buffer, at, batchBytes);
            chain.onBatch(buffer, at, batchBytes);
        }
        return System.nanoTime() - start;
    }

    /** Looks at each record's number; gives their sum. */
    long read() {
        long sum = 0;
        for (int at = 0; at < bytes.capacity(); at += Records.LENGTH) {
            sum += RecordLayout.inputSeq(bytes, at);
        }
        return sum;
    }

    @Override
    public void close() {
        IoUtil.unmap(map);
    }
}
