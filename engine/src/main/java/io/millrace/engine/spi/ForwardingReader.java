package io.millrace.engine.spi;

import org.agrona.concurrent.UnsafeBuffer;

/**
 * A reader that gives the batches of another one; a subclass says which, or what of them.
 *
 * <p>Thread: one. Allocation: none. Deterministic: as the other reader is.
 */
public abstract class ForwardingReader implements InputLogReader {
    private final InputLogReader records;

    /** @param records closed with this reader */
    protected ForwardingReader(final InputLogReader records) {
        this.records = records;
    }

    @Override
    public boolean next() {
        return records.next();
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
        return records.length();
    }

    @Override
    public int count() {
        return records.count();
    }

    @Override
    public void close() {
        records.close();
    }
}
