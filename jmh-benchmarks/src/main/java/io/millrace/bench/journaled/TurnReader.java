package io.millrace.bench.journaled;

import io.millrace.engine.spi.InputLogReader;
import org.agrona.concurrent.UnsafeBuffer;

/** Reads so many batches of a journal in each turn. */
final class TurnReader implements InputLogReader {
    private final InputLogReader reader;
    private final Turnstile turns;
    private final int batches;
    private int left;

    TurnReader(final InputLogReader reader, final Turnstile turns, final int batches) {
        this.reader = reader;
        this.turns = turns;
        this.batches = batches;
    }

    /** Asked for the first batch of the next turn when all of the last turn has been worked on. */
    @Override
    public boolean next() {
        if (left == 0) {
            if (!turns.next()) {
                return false;
            }
            left = batches;
        }
        left--;
        return reader.next();
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
        turns.leave();
        reader.close();
    }
}
