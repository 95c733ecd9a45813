package io.millrace.bench.journaled;

import io.millrace.engine.spi.ForwardingReader;
import io.millrace.engine.spi.InputLogReader;

/** Reads so many batches of a journal in each turn. */
final class TurnReader extends ForwardingReader {
    private final Turnstile turns;
    private final int batches;
    private int left;

    TurnReader(final InputLogReader reader, final Turnstile turns, final int batches) {
        super(reader);
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
        return super.next();
    }

    @Override
    public void close() {
        turns.leave();
        super.close();
    }
}
