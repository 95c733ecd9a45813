package io.millrace.engine.verify;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLogReader;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * The records of another reader up to one of them.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class UpTo implements InputLogReader {
    private final InputLogReader records;
    private final long lastSeq;
    private int length;
    private int count;

    /** @param lastSeq last record that is read */
    public UpTo(final InputLogReader records, final long lastSeq) {
        this.records = records;
        this.lastSeq = lastSeq;
    }

    @Override
    public boolean next() {
        if (!records.next()) {
            return false;
        }
        length = 0;
        count = 0;
        while (length < records.length() && RecordLayout.inputSeq(buffer(), offset() + length) <= lastSeq) {
            length += RecordLayout.aligned(RecordLayout.length(buffer(), offset() + length));
            count++;
        }
        return count > 0;
    }

    @Override
    public UnsafeBuffer buffer() {
        return records.buffer();
    }

    @Override
    public int offset() {
        return records.offset();
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int count() {
        return count;
    }

    @Override
    public void close() {
        records.close();
    }
}
