package io.millrace.engine.verify;

import io.millrace.engine.channel.RecordKind;
import io.millrace.engine.channel.RecordLayout;
import io.millrace.engine.spi.InputLogReader;
import org.agrona.concurrent.UnsafeBuffer;

/**
 * Reads a range of records in slices that end where copies are compared: behind each {@code every} records, and behind
 * SNAPSHOT records.
 *
 * <p>Thread: one. Allocation: none. Deterministic: yes.
 */
final class Slices {
    private final InputLogReader reader;
    private final long from;
    private final long to;
    private final long every;
    private final long compareFrom;
    private int at;
    private int end;
    private int offset;
    private long seq = -1;
    private boolean checkpoint;
    private boolean over;

    /**
     * Takes records from a reader.
     *
     * @param from        first record that is wanted; earlier ones are passed over
     * @param compareFrom first record behind which copies may be compared
     * @param to          last record that is wanted
     */
    Slices(final InputLogReader reader, final long from, final long compareFrom, final long to, final long every) {
        this.reader = reader;
        this.from = from;
        this.to = to;
        this.every = every;
        this.compareFrom = compareFrom;
    }

    /** Goes to the next slice. */
    boolean next() {
        checkpoint = false;
        while (!over) {
            if (at == end) {
                if (!reader.next()) {
                    return false;
                }
                at = reader.offset();
                end = at + reader.length();
            }
            passOver();
            if (at < end) {
                take();
                return length() > 0;
            }
        }
        return false;
    }

    private void passOver() {
        while (at < end && RecordLayout.inputSeq(buffer(), at) < from) {
            at += RecordLayout.aligned(RecordLayout.length(buffer(), at));
        }
    }

    private void take() {
        offset = at;
        boolean done = false;
        while (at < end && !done) {
            final long next = RecordLayout.inputSeq(buffer(), at);
            if (next > to) {
                over = true;
                return;
            }
            seq = next;
            checkpoint = (seq + 1) % every == 0 || seq == to || RecordLayout.kind(buffer(), at) == RecordKind.SNAPSHOT;
            at += RecordLayout.aligned(RecordLayout.length(buffer(), at));
            done = checkpoint || seq + 1 == compareFrom;
        }
    }

    UnsafeBuffer buffer() {
        return reader.buffer();
    }

    int offset() {
        return offset;
    }

    int length() {
        return at - offset;
    }

    /** Number of the last record of the slice. */
    long lastSeq() {
        return seq;
    }

    /** Whether nothing of the slice is compared. */
    boolean isBefore() {
        return seq < compareFrom;
    }

    /** Whether copies are to be compared behind the slice. */
    boolean isCheckpoint() {
        return checkpoint;
    }
}
