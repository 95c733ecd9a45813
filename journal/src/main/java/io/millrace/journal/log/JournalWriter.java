package io.millrace.journal.log;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLog;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.store.BadBatch;
import io.millrace.journal.store.DefinitionTable;
import io.millrace.journal.store.HeadCodec;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.Progress;
import io.millrace.journal.sync.Syncing;
import io.millrace.journal.sync.WriterSession;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Writes a journal: each batch of the ingress becomes one document, and each file begins with the head and with all
 * definitions so far.
 *
 * <p>Thread: the ingress thread, but {@link #appendedSeq()}, {@link #syncedSeq()} and {@link #bytes()} any.<br>
 * Allocation: none, but for definitions and where the next block of a file is mapped.<br>
 * Deterministic: the records are; where files begin is not.
 */
public final class JournalWriter implements InputLog {
    private static final int MALFORMED = -1;

    private final JournalHead head;
    private final UnsafeBuffer headBody;
    private final DefinitionTable definitions;
    private final WriterSession session;
    private final Progress progress;
    private final Syncing syncing;
    private final DocumentAppender documents;
    private final AtomicLong appended;
    private long next;
    private boolean closed;

    /**
     * Begins a session of a journal. Its directory is there and empty.
     *
     * @param session     closed with the writer, also if it can't begin
     * @param head        of the session
     * @param definitions all so far
     * @param first       number of the first record
     */
    public JournalWriter(
            final LogDirectory directory,
            final WriterSession session,
            final JournalHead head,
            final JournalOptions options,
            final DefinitionTable definitions,
            final long first) {
        this.head = head;
        this.definitions = definitions;
        this.next = first;
        this.appended = new AtomicLong(first - 1);
        this.headBody = new UnsafeBuffer(HeadCodec.encode(head));
        this.session = session;
        this.progress = session.progress();
        this.syncing = session.syncing();
        this.documents = DocumentAppender.begin(
                directory, head.session(), options, head.id().hashCode(), session, new Beginning());
    }

    @Override
    public void append(
            final UnsafeBuffer batch, final int offset, final int length, final long firstSeq, final int count) {
        if (closed || firstSeq != next) {
            throw closed ? BadBatch.closed() : BadBatch.outOfOrder(firstSeq, next);
        }
        final int defined = countDefinitions(batch, offset, length, count);
        if (defined == MALFORMED) {
            throw BadBatch.records(firstSeq, count, length);
        }
        documents.append(
                DocumentLayout.BATCH, firstSeq, count, RecordLayout.ingestTime(batch, offset), batch, offset, length);
        if (defined > 0) {
            definitions.addAll(batch, offset, length);
        }
        next = firstSeq + count;
        progress.next(next);
        syncing.appended(next);
        appended.lazySet(next - 1);
    }

    private static int countDefinitions(final UnsafeBuffer batch, final int offset, final int length, final int count) {
        final int end = offset + length;
        int at = offset;
        int records = 0;
        int defined = 0;
        while (at < end) {
            final int recordLength = RecordLayout.length(batch, at);
            if (recordLength < RecordLayout.HEADER) {
                return MALFORMED;
            }
            if (RecordLayout.kind(batch, at) == RecordKind.DEFINITION) {
                defined++;
            }
            records++;
            at += RecordLayout.aligned(recordLength);
        }
        return at == end && records == count && count > 0 ? defined : MALFORMED;
    }

    @Override
    public void idle() {
        if (!closed) {
            documents.idle();
        }
    }

    /** What the journal is. */
    public JournalHead head() {
        return head;
    }

    /** Number of the next record. */
    public long nextSeq() {
        return next;
    }

    /** Bytes written so far, without what is only reserved; any thread. */
    public long bytes() {
        return documents.bytes();
    }

    /**
     * Number of the last record that is as durable as the journal promises, or -1: under {@code process} the last one
     * appended, under {@code interval} the last one synced, under {@code batch} both. Effects that must not be ahead of
     * the journal wait for it.
     */
    @Override
    public long syncedSeq() {
        return syncing.synced() - 1;
    }

    @Override
    public UUID id() {
        return head.id();
    }

    @Override
    public long appendedSeq() {
        return appended.get();
    }

    @Override
    public boolean survivesPowerLoss() {
        return head.durability().level() != Durability.Level.PROCESS;
    }

    /** Makes the rest durable and lets go of the directory. The second time it does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (session) {
            documents.close();
            if (!documents.hasFailed()) {
                session.finish();
            }
        }
    }

    /** Head and definitions: what each file begins with. */
    private final class Beginning implements Preamble, DefinitionTable.PartTarget {
        private DocumentAppender appender;

        @Override
        public void write(final DocumentAppender newAppender) {
            appender = newAppender;
            appender.write(DocumentLayout.HEAD, next, 0, headBody, 0, headBody.capacity());
            definitions.forEachPart(appender.maxBody(), this);
        }

        @Override
        public void onPart(final UnsafeBuffer records, final int length) {
            appender.write(DocumentLayout.DEFINITIONS, next, 0, records, 0, length);
        }
    }
}
