package io.millrace.journal.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * Which part of a log's life something belongs to. A session is from the moment a writer opens the log until it ends, in
 * whatever way. An epoch ends where a loss is accepted, or output is taken back.
 *
 * @param number of the session, from 1; a number may be missing, since its writer ended before it wrote anything
 * @param begun  when, to the millisecond
 * @param epochs number of the first record of each epoch so far but the first one: what older sessions hold from there on
 *               counts no more, even if the session that has begun the epoch should be gone
 */
public record SessionMark(int number, Instant begun, List<Long> epochs) {

    public SessionMark {
        epochs = List.copyOf(epochs);
    }

    /** The mark of a session that begins now. */
    public static SessionMark now(final int number, final List<Long> epochs) {
        return new SessionMark(number, Instant.now().truncatedTo(ChronoUnit.MILLIS), epochs);
    }

    /** From 1; one more each time a loss was accepted, or output was taken back. */
    public int epoch() {
        return epochs.size() + 1;
    }

    /** The epochs so far, and another one that begins now. */
    public List<Long> andEpochFrom(final long first) {
        final List<Long> more = new ArrayList<>(epochs);
        more.add(first);
        return more;
    }

    /**
     * Up to where records of an older epoch count.
     *
     * @param older an epoch before this one's
     */
    public long endOf(final int older) {
        return epochs.subList(older - 1, epochs.size()).stream()
                .mapToLong(Long::longValue)
                .min()
                .orElseThrow();
    }
}
