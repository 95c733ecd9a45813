package io.millrace.bench.journaled;

import io.millrace.bench.chain.Records;
import io.millrace.engine.loop.BatchTarget;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.RollClock;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.Bytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.ExcerptTailer;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The baseline: a plain Chronicle Queue, one document for each batch, written and read in place. Files and blocks are as
 * the journal has them.
 *
 * <p>Thread: one. Allocation: none per batch.
 */
final class RawQueue {
    private final Path directory;
    private final RollClock clock = new RollClock(System::currentTimeMillis);

    RawQueue(final Path directory) {
        this.directory = directory;
    }

    /**
     * Appends all records, batch by batch, and shows each batch to a chain.
     *
     * @return nanoseconds
     */
    long append(final Records records, final int batchRecords, final BatchTarget chain) {
        final UnsafeBuffer target = new UnsafeBuffer(0, 0);
        final UnsafeBuffer buffer = records.buffer();
        final int end = records.length();
        try (SingleChronicleQueue queue = Chronicle.open(directory, JournalOptions.DEFAULTS, clock);
                ExcerptAppender appender = queue.createAppender()) {
            final long start = System.nanoTime();
            for (int at = 0; at < end; ) {
                final int length = Math.min(batchRecords * Records.LENGTH, end - at);
                clock.advance();
                try (DocumentContext document = appender.writingDocument()) {
                    final Bytes<?> bytes = document.wire().bytes();
                    target.wrap(bytes.addressForWrite(bytes.writePosition()), length);
                    target.putBytes(0, buffer, at, length);
                    bytes.writeSkip(length);
                }
                chain.onBatch(buffer, at, length);
                at += length;
            }
            return System.nanoTime() - start;
        } finally {
            Chronicle.releaseClosed();
        }
    }

    /**
     * Shows all batches to a chain.
     *
     * @return nanoseconds
     */
    long read(final BatchTarget chain) {
        final UnsafeBuffer view = new UnsafeBuffer(0, 0);
        try (SingleChronicleQueue queue = Chronicle.open(directory, JournalOptions.DEFAULTS, clock);
                ExcerptTailer tailer = queue.createTailer()) {
            final long start = System.nanoTime();
            while (true) {
                try (DocumentContext document = tailer.readingDocument()) {
                    if (!document.isPresent()) {
                        return System.nanoTime() - start;
                    }
                    final Bytes<?> bytes = document.wire().bytes();
                    final int length = (int) bytes.readRemaining();
                    view.wrap(bytes.addressForRead(bytes.readPosition()), length);
                    chain.onBatch(view, 0, length);
                }
            }
        } finally {
            Chronicle.releaseClosed();
        }
    }
}
