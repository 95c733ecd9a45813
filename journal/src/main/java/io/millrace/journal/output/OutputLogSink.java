package io.millrace.journal.output;

import io.millrace.engine.item.Codec;
import io.millrace.engine.spi.Sink;
import io.millrace.journal.log.DocumentAppender;
import io.millrace.journal.log.DocumentLayout;
import io.millrace.journal.model.JournalOptions;
import io.millrace.journal.store.LogDirectory;
import io.millrace.journal.sync.WriterSession;
import java.nio.ByteOrder;
import org.agrona.ExpandableDirectByteBuffer;
import org.agrona.concurrent.UnsafeBuffer;

/** Collects items and appends them as one document when the stage has nothing more to do, or when there are many. */
final class OutputLogSink<T> implements Sink<T> {
    private static final int MANY = 48 << 10;
    private static final int INITIAL = 64 << 10;

    private final WriterSession session;
    private final Codec<T> codec;
    private final UnsafeBuffer headBody;
    private final DocumentAppender documents;
    private final ExpandableDirectByteBuffer items = new ExpandableDirectByteBuffer(INITIAL);
    private final UnsafeBuffer body = new UnsafeBuffer(0, 0);
    private long first;
    private int count;
    private int end;
    private boolean closed;

    /** @param session closed with the sink, also if it can't begin */
    OutputLogSink(
            final LogDirectory directory,
            final WriterSession session,
            final OutputHead head,
            final Codec<T> codec,
            final JournalOptions options) {
        this.session = session;
        this.codec = codec;
        this.headBody = new UnsafeBuffer(head.encode());
        this.documents = DocumentAppender.begin(directory, options, head.id().hashCode(), session, this::writeHead);
    }

    private void writeHead(final DocumentAppender appender) {
        appender.write(DocumentLayout.HEAD, first, 0, headBody, 0, headBody.capacity());
    }

    @Override
    public void accept(final T item) {
        final int at = end + ItemLayout.ITEM;
        final int length = codec.encode(item, items, at);
        final int next = end + ItemLayout.aligned(length);
        items.putInt(end + ItemLayout.LENGTH, length, ByteOrder.LITTLE_ENDIAN);
        items.putInt(end + Integer.BYTES, 0, ByteOrder.LITTLE_ENDIAN);
        items.setMemory(at + length, next - at - length, (byte) 0);
        end = next;
        count++;
        if (end >= MANY) {
            flush();
        }
    }

    @Override
    public void flush() {
        if (count == 0) {
            return;
        }
        body.wrap(items, 0, end);
        documents.append(DocumentLayout.ITEMS, first, count, body, 0, end);
        first += count;
        count = 0;
        end = 0;
        session.progress().next(first);
        session.syncing().appended(first);
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        try (session) {
            try (documents) {
                if (!documents.hasFailed()) {
                    flush();
                    session.finish();
                }
            }
        }
    }
}
