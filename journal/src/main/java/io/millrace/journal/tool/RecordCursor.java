package io.millrace.journal.tool;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.journal.log.DocumentReader;
import io.millrace.journal.store.Damage;
import org.agrona.concurrent.UnsafeBuffer;

/** Goes from record to record in the current document of a reader. */
final class RecordCursor {
    private final DocumentReader document;
    private int at;
    private int next;
    private int end;

    RecordCursor(final DocumentReader document) {
        this.document = document;
    }

    /** Goes before the first record of the document that the reader is at now. */
    RecordCursor rewind() {
        next = document.offset();
        end = next + document.length();
        return this;
    }

    /** Goes to the next record. */
    boolean next() {
        if (next == end) {
            return false;
        }
        at = next;
        final int length = end - at < RecordLayout.HEADER ? 0 : RecordLayout.length(buffer(), at);
        if (length < RecordLayout.HEADER || length > end - at) {
            throw Damage.record(
                    "a record is " + length + " bytes long, with " + (end - at) + " left in its document",
                    document.file().path(),
                    document.file().position(),
                    document.first());
        }
        next = at + RecordLayout.aligned(length);
        return true;
    }

    UnsafeBuffer buffer() {
        return document.buffer();
    }

    byte kind() {
        return RecordLayout.kind(buffer(), at);
    }

    boolean isLast() {
        return (RecordLayout.flags(buffer(), at) & RecordLayout.FLAG_LAST) != 0;
    }

    int input() {
        return RecordLayout.input(buffer(), at);
    }

    long seq() {
        return RecordLayout.inputSeq(buffer(), at);
    }

    /** Epoch nanoseconds. */
    long time() {
        return RecordLayout.ingestTime(buffer(), at);
    }

    int payloadOffset() {
        return at + RecordLayout.HEADER;
    }

    int payloadLength() {
        return RecordLayout.length(buffer(), at) - RecordLayout.HEADER;
    }
}
