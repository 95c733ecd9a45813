package io.millrace.journal.log;

import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.store.TouchAhead;
import io.millrace.journal.store.ZeroAhead;
import java.nio.ByteOrder;
import java.nio.file.Path;
import net.openhft.chronicle.bytes.MappedBytes;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.wire.DocumentContext;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The file of a queue that documents are written into. Chronicle makes it, and writes its first document. The others go behind
 * that one without Chronicle: the directory is locked, so there is nobody to share the file with, and that is what most of the
 * work of its own appender is about. Readers of Chronicle find them as if they were its own; only its index leaves them out.
 *
 * <pre>
 *  | header of the file | first document | index | document | document |    zeros
 *  +--------------------+----------------+-------+----------+----------+---------
 *   by Chronicle                                  by ourselves          end
 * </pre>
 *
 * <p>Thread: the writer's. Allocation: where a file begins, and where Chronicle maps its next block.
 */
final class QueueFile implements AutoCloseable {
    /** Before each document stands its length: 0 while it is not whole, with a bit more for Chronicle's own. */
    private static final int LENGTH_MASK = (1 << 30) - 1;

    private static final int WORD = Integer.BYTES;

    private final ExcerptAppender appender;
    private final TouchAhead pages;
    private final ZeroAhead ahead;
    private final UnsafeBuffer target = new UnsafeBuffer(0, 0);
    private MappedBytes mapped;
    private boolean isBegun;
    private long end;

    QueueFile(final ExcerptAppender appender, final JournalOptions options) {
        this.appender = appender;
        this.pages = new TouchAhead(options);
        this.ahead = new ZeroAhead(pages);
    }

    /** The next document is the first one of a new file. */
    void leave() {
        if (isBegun) {
            // Where Chronicle looks for the end.
            mapped.writePosition(end);
            isBegun = false;
        }
    }

    /** Where the file is, when it has begun. */
    Path path() {
        return appender.currentFile().toPath();
    }

    /** While there is nothing to write. */
    void idle() {
        ahead.idle();
    }

    /**
     * Writes a document.
     *
     * @param header all before the body
     * @param crc    checksum of header and body
     * @return where Chronicle's header of it stands
     */
    long write(final UnsafeBuffer header, final UnsafeBuffer body, final int offset, final int length, final int crc) {
        return isBegun ? goOn(header, body, offset, length, crc) : begin(header, body, offset, length, crc);
    }

    private long begin(
            final UnsafeBuffer header, final UnsafeBuffer body, final int offset, final int length, final int crc) {
        final DocumentContext document = appender.writingDocument();
        mapped = (MappedBytes) document.wire().bytes();
        final long start = mapped.writePosition();
        final int total = total(start, length);
        boolean isWhole = false;
        try {
            pages.file(mapped.mappedFile());
            ahead.file(path());
            ahead.take(start, total);
            target.wrap(mapped.addressForWrite(start), total);
            fill(0, total, header, body, offset, length, crc);
            mapped.writeSkip(total);
            isWhole = true;
        } finally {
            if (!isWhole) {
                document.rollbackOnClose();
            }
            document.close();
        }
        end = start + total;
        int behind = mapped.readVolatileInt(end);
        while (behind != 0) {
            end = end + WORD + (behind & LENGTH_MASK) + WORD - 1 & -WORD;
            behind = mapped.readVolatileInt(end);
        }
        isBegun = true;
        return start - WORD;
    }

    private long goOn(
            final UnsafeBuffer header, final UnsafeBuffer body, final int offset, final int length, final int crc) {
        final long at = end;
        final int total = total(at + WORD, length);
        ahead.take(at, WORD + total);
        target.wrap(mapped.addressForWrite(at), WORD + total);
        fill(WORD, total, header, body, offset, length, crc);
        // Whoever sees the length sees all of the document.
        target.putIntOrdered(0, total);
        end = at + WORD + total;
        return at;
    }

    private static int total(final long start, final int length) {
        return DocumentLayout.padding(start) + DocumentLayout.BODY + length + DocumentLayout.TRAILER;
    }

    private void fill(
            final int from,
            final int total,
            final UnsafeBuffer header,
            final UnsafeBuffer body,
            final int offset,
            final int length,
            final int crc) {
        final int behind = from + total;
        final int bodyAt = behind - DocumentLayout.TRAILER - length;
        target.putInt(from, 0);
        target.putBytes(bodyAt - DocumentLayout.BODY, header, 0, DocumentLayout.BODY);
        target.putBytes(bodyAt, body, offset, length);
        target.putInt(behind - DocumentLayout.TRAILER, crc, ByteOrder.LITTLE_ENDIAN);
    }

    /** Lets go of the file. */
    @Override
    public void close() {
        pages.close();
        ahead.close();
        leave();
    }
}
