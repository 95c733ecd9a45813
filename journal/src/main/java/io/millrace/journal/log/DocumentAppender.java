package io.millrace.journal.log;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.document.Checksum;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.store.AppendFailure;
import io.millrace.journal.store.Chronicle;
import io.millrace.journal.store.Disk;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.RollClock;
import io.millrace.journal.store.SpaceGuard;
import io.millrace.journal.store.SparseIndex;
import io.millrace.journal.sync.Syncing;
import io.millrace.journal.sync.WriterSession;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import net.openhft.chronicle.queue.ExcerptAppender;
import net.openhft.chronicle.queue.impl.single.SingleChronicleQueue;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Appends documents ({@link DocumentLayout}) to a Chronicle Queue: one copy from the caller's memory into the mapped file,
 * and the checksum while those bytes are in the cache. The checksum is taken from the caller's memory, not from the mapped
 * one, because a page that can't be had is an error that can be caught in a copy only.
 *
 * <p>Thread: the writer's. Allocation: none, but where Chronicle maps the next block of the file.
 */
public final class DocumentAppender implements AutoCloseable {
    private final LogDirectory directory;
    private final RollClock clock;
    private final SpaceGuard space;
    private final SparseIndex index;
    private final Syncing syncing;
    private final Preamble preamble;
    private final int tag;
    private final SingleChronicleQueue queue;
    private final ExcerptAppender appender;
    private final QueueFile open;
    private final int maxBody;
    private final Checksum checksum = new Checksum();
    private final UnsafeBuffer header = new UnsafeBuffer(new byte[DocumentLayout.BODY]);
    private final AtomicLong bytes = new AtomicLong();
    private Path file;
    private boolean syncsFiles;
    private int cycle = Integer.MIN_VALUE;
    private boolean failed;

    private DocumentAppender(
            final LogDirectory directory,
            final int session,
            final JournalOptions options,
            final int tag,
            final Syncing syncing,
            final Preamble preamble) {
        this.directory = directory;
        this.clock = new RollClock(options.wallClock());
        this.space = new SpaceGuard(directory.session(session), options);
        this.index = new SparseIndex(options.indexBytes());
        this.syncing = syncing;
        this.preamble = preamble;
        this.tag = tag;
        this.queue = Chronicle.open(directory.session(session), options, clock);
        this.appender = queue.createAppender();
        this.appender.singleThreadedCheckDisabled(true);
        this.open = new QueueFile(appender, options);
        this.maxBody = (int) queue.overlapSize() - DocumentLayout.OVERHEAD & -Long.BYTES;
    }

    /**
     * Makes the first file of a session.
     *
     * @param session  which one; its directory is there and empty
     * @param tag      what marks documents of this log
     * @param writer   closed if the file can't be made
     * @param preamble what to write first in each file
     */
    public static DocumentAppender begin(
            final LogDirectory directory,
            final SessionMark session,
            final JournalOptions options,
            final int tag,
            final WriterSession writer,
            final Preamble preamble) {
        DocumentAppender appender = null;
        try {
            appender = new DocumentAppender(directory, session.number(), options, tag, writer.syncing(), preamble);
            appender.startFile();
            writer.begun(session.epoch(), appender.file);
            return appender;
        } catch (final RuntimeException | InternalError e) {
            if (appender != null) {
                appender.close();
            }
            writer.close();
            throw AppendFailure.beginning(directory, e);
        }
    }

    /** Most bytes of a body. */
    public int maxBody() {
        return maxBody;
    }

    /**
     * Appends a document, in a new file if it is time.
     *
     * @param first  number of the first record
     * @param count  how many numbers the document takes up
     * @param time   of the first record, as {@link RollClock#advance(long)} has it
     * @param length bytes of the body, a multiple of 8
     * @throws ConnectorException if the disk is full, or the document too large; says what to do
     */
    public void append(
            final byte type,
            final long first,
            final int count,
            final long time,
            final UnsafeBuffer body,
            final int offset,
            final int length) {
        if (failed || length > maxBody) {
            throw failed ? AppendFailure.again(directory) : AppendFailure.tooLarge(directory, first, length, maxBody);
        }
        failed = true;
        try {
            if (clock.advance(time) && queue.cycle() != cycle) {
                startFile();
            }
            write(type, first, count, body, offset, length);
        } catch (final RuntimeException | InternalError e) {
            throw AppendFailure.of(directory, first, e);
        }
        failed = false;
    }

    /** Bytes of all documents so far; any thread. */
    public long bytes() {
        return bytes.get();
    }

    /** Whether an append has failed: nothing more can be appended. */
    public boolean hasFailed() {
        return failed;
    }

    /** While there is nothing to append. */
    public void idle() {
        open.idle();
    }

    private void startFile() {
        cycle = queue.cycle();
        open.leave();
        preamble.write(this);
        final Path older = file;
        file = open.path();
        index.file(file);
        if (syncsFiles) {
            Disk.sync(older);
        }
        syncing.file(file);
    }

    /** Makes all documents so far survive a loss of power, whatever the promise is. */
    public void sync() {
        if (syncsFiles) {
            Disk.sync(file);
        } else {
            Disk.syncAll(file.getParent());
            syncsFiles = true;
        }
    }

    /** For the {@link Preamble} only: the same as {@link #append}, in the file that has just begun. */
    public void write(
            final byte type,
            final long first,
            final int count,
            final UnsafeBuffer body,
            final int offset,
            final int length) {
        space.take(length + DocumentLayout.OVERHEAD);
        header.putLong(DocumentLayout.VERSION, DocumentLayout.firstWord(type, count), ByteOrder.LITTLE_ENDIAN);
        header.putLong(DocumentLayout.FIRST, first, ByteOrder.LITTLE_ENDIAN);
        header.putInt(DocumentLayout.LENGTH, length, ByteOrder.LITTLE_ENDIAN);
        header.putInt(DocumentLayout.TAG, tag, ByteOrder.LITTLE_ENDIAN);
        final int crc = checksum.reset()
                .update(header, 0, DocumentLayout.BODY)
                .update(body, offset, length)
                .value();
        final long at = open.write(header, body, offset, length, crc);
        if (count > 0) {
            index.add(first, at);
        }
        bytes.lazySet(bytes.getPlain() + length + DocumentLayout.OVERHEAD);
    }

    @Override
    public void close() {
        open.close();
        index.close();
        appender.close();
        queue.close();
        Chronicle.releaseClosed();
    }
}
