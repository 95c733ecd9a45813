package io.millrace.journal.output;

import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.log.DocumentAppender;
import io.millrace.journal.model.Durability;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.model.SessionMark;
import io.millrace.journal.store.DirectoryLock;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.RollClock;
import io.millrace.journal.sync.WriterSession;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * A session of an output log while it is written.
 *
 * <p>Thread: the stage's. Allocation: none per append.
 */
final class ItemSession implements AutoCloseable {
    private final WriterSession writer;
    private final DocumentAppender documents;
    private final UnsafeBuffer head;
    private long next;

    private ItemSession(
            final LogDirectory directory,
            final WriterSession writer,
            final OutputHead head,
            final long first,
            final JournalOptions options) {
        this.writer = writer;
        this.head = new UnsafeBuffer(head.encode());
        this.next = first;
        this.documents = DocumentAppender.begin(
                directory,
                head.session(),
                options,
                31 * head.id().hashCode() + head.step().hashCode(),
                writer,
                this::writeHead);
    }

    private void writeHead(final DocumentAppender appender) {
        appender.write(DocumentLayout.HEAD, next, 0, head, 0, head.capacity());
    }

    /**
     * Begins a log.
     *
     * @param lock closed with the session, also if it can't begin
     */
    static ItemSession first(
            final LogDirectory directory,
            final DirectoryLock lock,
            final OutputHead head,
            final JournalOptions options) {
        final OutputHead numbered = numbered(directory, lock, head);
        final WriterSession writer = WriterSession.anew(directory, lock, head.id(), options.durability());
        return new ItemSession(directory, writer, numbered, 0, options);
    }

    /**
     * Begins behind what a log holds.
     *
     * @param lock closed with the session, also if it can't begin
     */
    static ItemSession behind(
            final HeldItems held,
            final LogDirectory directory,
            final DirectoryLock lock,
            final JournalOptions options) {
        final OutputHead head = numbered(directory, lock, held.head());
        final Durability durability = options.durability();
        final WriterSession writer = held.progressLost()
                ? WriterSession.replacing(directory, lock, head.id(), durability, held.count())
                : WriterSession.following(directory, lock, head.id(), durability, held.count());
        return new ItemSession(directory, writer, head, held.count(), options);
    }

    private static OutputHead numbered(final LogDirectory directory, final DirectoryLock lock, final OutputHead head) {
        try {
            return head.session(
                    SessionMark.now(directory.makeSession(), head.session().epochs()));
        } catch (final RuntimeException e) {
            lock.close();
            throw e;
        }
    }

    /** Most bytes of a document. */
    int maxBody() {
        return documents.maxBody();
    }

    /** Number of the next item. */
    long next() {
        return next;
    }

    /** Appends items that stand one behind the other. */
    void append(final int count, final UnsafeBuffer items, final int length) {
        documents.append(DocumentLayout.ITEMS, next, count, RollClock.NO_TIME, items, 0, length);
        next += count;
        writer.progress().next(next);
        writer.syncing().appended(next);
    }

    boolean hasFailed() {
        return documents.hasFailed();
    }

    /** Makes everything survive a loss of power. */
    void sync() {
        documents.sync();
    }

    @Override
    public void close() {
        try (writer) {
            documents.close();
            if (!documents.hasFailed()) {
                writer.finish();
            }
        }
    }
}
