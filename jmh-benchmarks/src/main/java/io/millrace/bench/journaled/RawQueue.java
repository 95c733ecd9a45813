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
final class RawQueue implements RawLog {
    private final RollClock clock = new RollClock(System::currentTimeMillis);
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final ExcerptTailer tailer;
    private final UnsafeBuffer view = new UnsafeBuffer(0, 0);

    /** Opens a queue. */
    RawQueue(final Path directory) {
        queue = Chronicle.open(directory, JournalOptions.DEFAULTS, clock);
        appender = queue.createAppender();
        tailer = queue.createTailer();
    }

    @Override
    public long append(final Records records, final int batchRecords, final BatchTarget chain) {
        final UnsafeBuffer buffer = records.buffer();
        final int batchBytes = batchRecords * Records.LENGTH;
        final long start = System.nanoTime();
        for (int at = 0; at < records.length(); at += batchBytes) {
            clock.advance();
            try (DocumentContext document = appender.writingDocument()) {
                final Bytes<?> bytes = document.wire().bytes();
                view.wrap(bytes.addressForWrite(bytes.writePosition()), batchBytes);
                view.putBytes(0, buffer, at, batchBytes);
                bytes.writeSkip(batchBytes);
            }
            chain.onBatch(buffer, at, batchBytes);
        }
        return System.nanoTime() - start;
    }

    /**
     * Shows the next batches to a chain.
     *
     * @return nanoseconds
     */
    long read(final int batches, final BatchTarget chain) {
        final long start = System.nanoTime();
        for (int i = 0; i < batches; i++) {
            try (DocumentContext document = tailer.readingDocument()) {
                final Bytes<?> bytes = document.wire().bytes();
                final int length = (int) bytes.readRemaining();
                view.wrap(bytes.addressForRead(bytes.readPosition()), length);
                chain.onBatch(view, 0, length);
            }
        }
        return System.nanoTime() - start;
    }

    @Override
    public void close() {
        tailer.close();
        appender.close();
        queue.close();
        Chronicle.releaseClosed();
    }
}
