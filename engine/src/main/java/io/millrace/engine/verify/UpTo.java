package io.millrace.engine.verify;

import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.ForwardingReader;
import io.millrace.engine.spi.InputLogReader;

/**
 * The records of another reader up to one of them.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
public final class UpTo extends ForwardingReader {
    private final long lastSeq;
    private int length;
    private int count;

    /** @param lastSeq last record that is read */
    public UpTo(final InputLogReader records, final long lastSeq) {
        super(records);
        this.lastSeq = lastSeq;
    }

    @Override
    public boolean next() {
        if (!super.next()) {
            return false;
        }
        length = 0;
        count = 0;
        while (length < super.length() && RecordLayout.inputSeq(buffer(), offset() + length) <= lastSeq) {
            length += RecordLayout.aligned(RecordLayout.length(buffer(), offset() + length));
            count++;
        }
        return count > 0;
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public int count() {
        return count;
    }
}
