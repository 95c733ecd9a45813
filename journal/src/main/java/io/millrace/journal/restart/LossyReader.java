package io.millrace.journal.restart;

import io.millrace.engine.spi.ForwardingReader;
import io.millrace.journal.log.JournalReader;
import io.millrace.journal.model.DamageException;

/** Reads what is left of a journal whose end is lost: damage is the end. */
final class LossyReader extends ForwardingReader {
    private static final long NOWHERE = -1;

    private final JournalReader reader;
    private long damagedAt = NOWHERE;

    LossyReader(final JournalReader reader) {
        super(reader);
        this.reader = reader;
    }

    @Override
    public boolean next() {
        if (damagedAt != NOWHERE) {
            return false;
        }
        try {
            return reader.next();
        } catch (final DamageException e) {
            damagedAt = reader.document().nextNumber();
            return false;
        }
    }

    /** Whether it was damage that it ended with, and which record would have come next. */
    boolean hasLost(final long seq) {
        return damagedAt == seq;
    }
}
