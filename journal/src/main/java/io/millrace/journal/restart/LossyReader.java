package io.millrace.journal.restart;

import io.millrace.engine.spi.InputLogReader;
import io.millrace.journal.model.DamageException;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads what is left of a journal whose end is lost: damage is the end. */
final class LossyReader implements InputLogReader {
    private final InputLogReader reader;
    private boolean ended;

    LossyReader(final InputLogReader reader) {
        this.reader = reader;
    }

    @Override
    public boolean next() {
        if (ended) {
            return false;
        }
        try {
            return reader.next();
        } catch (final DamageException e) {
            ended = true;
            return false;
        }
    }

    @Override
    public UnsafeBuffer buffer() {
        return reader.buffer();
    }

    @Override
    public int offset() {
        return reader.offset();
    }

    @Override
    public int length() {
        return reader.length();
    }

    @Override
    public int count() {
        return reader.count();
    }

    @Override
    public void close() {
        reader.close();
    }
}
