package io.millrace.journal.output;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.ConnectorException;
import io.millrace.journal.document.DocumentLayout;
import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.model.ReadOptions;
import io.millrace.journal.session.LogOpening;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.store.Progress;
import java.nio.ByteOrder;
import java.nio.file.Path;

/**
 * Reads an output log item by item, from its beginning. It may be one that is being written.
 *
 * <p>Thread: one.<br>
 * Allocation: for each 64 MiB of a file, and what the codec allocates.<br>
 * Deterministic: yes.
 *
 * @param <T> type of the items
 */
public final class OutputLogReader<T> implements AutoCloseable {
    private final DocumentReader documents;
    private final Progress progress;
    private final OutputHead head;
    private final Codec<T> codec;
    private final T reuse;
    private int next;
    private int left;
    private long number;
    private T item;

    private OutputLogReader(final LogOpening opening, final Codec<T> codec) {
        this.codec = codec;
        this.reuse = codec.create();
        this.progress = opening.progress();
        this.documents = new DocumentReader(opening.files(), opening.options().checkSums());
        boolean whole = false;
        try {
            head = OutputHead.decode(opening.sessions().newest().head());
            head.requireReadableBy(codec);
            documents.open(opening.sessions(), 0);
            documents.watch(progress);
            whole = true;
        } finally {
            if (!whole) {
                close();
            }
        }
        number = documents.first() - 1;
    }

    /**
     * Opens an output log.
     *
     * @throws ConnectorException if there is none, or its items are not of this codec
     */
    public static <T> OutputLogReader<T> open(final Path dir, final Codec<T> codec) {
        final LogOpening opening = LogOpening.of(LogDirectory.ofOutputLog(dir), ReadOptions.DEFAULTS.laterStart(true));
        return new OutputLogReader<>(opening, codec);
    }

    /** What the log is. */
    public OutputHead head() {
        return head;
    }

    /**
     * Goes to the next item, if there is one.
     *
     * @throws ConnectorException if the log is damaged; names the place
     */
    public boolean next() {
        while (left == 0) {
            if (!documents.next()) {
                return false;
            }
            if (documents.type() == DocumentLayout.ITEMS) {
                next = documents.offset();
                left = documents.count();
            }
        }
        left--;
        final int length = documents.buffer().getInt(next + ItemLayout.LENGTH, ByteOrder.LITTLE_ENDIAN);
        item = codec.decode(documents.buffer(), next + ItemLayout.ITEM, length, reuse);
        next += ItemLayout.aligned(length);
        number++;
        return true;
    }

    /** Number of the item: the running count of what the sink was given before it. */
    public long number() {
        return number;
    }

    /** The item; valid until the next call of {@link #next()}. */
    public T item() {
        return item;
    }

    @Override
    public void close() {
        documents.close();
        if (progress != null) {
            progress.close();
        }
    }
}
