package io.millrace.journal.log;

import io.millrace.engine.spi.ConnectorException;
import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.model.JournalHead;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.store.HeadCodec;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.NoJournal;
import io.millrace.journal.store.Progress;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a journal from its beginning, in place. The journal may be one that is being written: {@link #next()} then gives
 * what is complete, and more when it is called again.
 *
 * <p>Thread: one. Allocation: for each 64 MiB of a file. Deterministic: yes.
 */
public final class JournalReader implements InputLogReader {
    private final DocumentReader documents;
    private final Progress progress;
    private final JournalHead head;
    private final boolean startsLater;
    private boolean closed;

    /**
     * Opens a journal.
     *
     * @throws ConnectorException if there is none, its beginning is missing, or it is of a newer version
     */
    public JournalReader(final LogDirectory directory, final ReadOptions options) {
        documents = new DocumentReader(directory, options.checkSums());
        Progress opened = null;
        try {
            if (!documents.open()) {
                throw NoJournal.in(directory);
            }
            head = HeadCodec.decode(documents.body());
            startsLater = documents.first() > 0;
            if (startsLater && !options.laterStart()) {
                throw NoJournal.beginningMissing(documents.path(), documents.first());
            }
            opened = Progress.open(directory.progress(), head.id());
            documents.watch(opened);
            progress = opened;
        } catch (final RuntimeException e) {
            documents.close();
            throw e;
        }
    }

    /** What the journal is. */
    public JournalHead head() {
        return head;
    }

    @Override
    public boolean next() {
        while (documents.next()) {
            if (documents.type() == DocumentLayout.BATCH
                    || startsLater && documents.isInFirstFile() && documents.type() == DocumentLayout.DEFINITIONS) {
                return true;
            }
        }
        return false;
    }

    @Override
    public UnsafeBuffer buffer() {
        return documents.buffer();
    }

    @Override
    public int offset() {
        return documents.offset();
    }

    @Override
    public int length() {
        return documents.length();
    }

    @Override
    public int count() {
        return documents.count();
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
