package io.millrace.journal.log;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.session.LogOpening;
import io.millrace.journal.store.Damage;
import io.millrace.journal.store.NoJournal;
import io.millrace.journal.store.Progress;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a journal from its beginning, or from a record on, in place. The journal may be one that is being written:
 * {@link #next()} then gives what is complete, and more when it is called again.
 *
 * <p>Thread: one. Allocation: for each 64 MiB of a file. Deterministic: yes.
 */
public final class JournalReader implements InputLogReader {
    private final DocumentReader documents;
    private final Progress progress;
    private final JournalHead head;
    private boolean definitionsDue;
    private boolean arrived;
    private int offset;
    private int length;
    private int count;
    private boolean closed;

    /**
     * Opens a journal.
     *
     * @param opening what is there; its progress is closed with the reader
     * @param from    number of the first record to give; then the first batch begins with exactly that one
     * @throws ConnectorException if the record is not there; says what is
     */
    public JournalReader(final LogOpening opening, final JournalHead head, final long from) {
        this.head = head;
        this.progress = opening.progress();
        this.documents = new DocumentReader(opening.files(), opening.options().checkSums());
        boolean whole = false;
        try {
            documents.open(opening.sessions(), from);
            documents.watch(progress);
            definitionsDue = opening.requireBeginning(from);
            if (from > documents.nextNumber()) {
                arriveAt(from, opening);
            }
            whole = true;
        } finally {
            if (!whole) {
                close();
            }
        }
    }

    private void arriveAt(final long from, final LogOpening opening) {
        documents.leapTo(from);
        while (documents.nextNumber() < from || documents.count() == 0) {
            if (!documents.next()) {
                requireArrival(from, opening);
                return;
            }
        }
        if (documents.nextNumber() > from) {
            show();
            final int skipped = bytesOf((int) (from - documents.first()));
            offset += skipped;
            length -= skipped;
            count = (int) (documents.nextNumber() - from);
            arrived = true;
        }
    }

    private void requireArrival(final long from, final LogOpening opening) {
        if (documents.nextNumber() < from) {
            throw NoJournal.notThere(opening.files().directory(), from, documents.nextNumber());
        }
    }

    /** What the journal is, as its newest session tells. */
    public JournalHead head() {
        return head;
    }

    @Override
    public boolean next() {
        if (arrived) {
            arrived = false;
            return true;
        }
        while (documents.next()) {
            final boolean batch = documents.type() == DocumentLayout.BATCH;
            if (batch || definitionsDue && documents.type() == DocumentLayout.DEFINITIONS) {
                definitionsDue &= !batch;
                show();
                return true;
            }
        }
        return false;
    }

    private void show() {
        offset = documents.offset();
        length = documents.length();
        count = documents.count();
        if (count != documents.file().count()) {
            length = bytesOf(count);
        }
    }

    /** Bytes of the first so many records of the document. */
    private int bytesOf(final int records) {
        final int end = documents.offset() + documents.length();
        int at = documents.offset();
        for (int left = records; left > 0; left--) {
            final int recordLength = end - at < RecordLayout.HEADER ? 0 : RecordLayout.length(documents.buffer(), at);
            if (recordLength < RecordLayout.HEADER || recordLength > end - at) {
                throw Damage.record(
                        "a document does not hold as many records as it says",
                        documents.file().path(),
                        documents.file().position(),
                        documents.first());
            }
            at += RecordLayout.aligned(recordLength);
        }
        return at - documents.offset();
    }

    @Override
    public UnsafeBuffer buffer() {
        return documents.buffer();
    }

    @Override
    public int offset() {
        return offset;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int count() {
        return count;
    }

    /** The document that holds the current batch: its place, numbers and type. */
    public DocumentReader document() {
        return documents;
    }

    /** How far the writer came, or null if the journal's progress file is missing. */
    public Progress progress() {
        return progress;
    }

    /** Lets go of the files. The second time it does nothing. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        documents.close();
        if (progress != null) {
            progress.close();
        }
    }
}
