package io.millrace.journal.model;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Which part of a log's life something belongs to. A session is from the moment a writer opens the log until it ends, in
 * whatever way.
 *
 * @param number of the session, from 1; a number may be missing, since its writer ended before it wrote anything
 * @param epoch  from 1; one more each time a loss was accepted, or output was taken back
 * @param begun  when, to the millisecond
 */
public record SessionMark(int number, int epoch, Instant begun) {

    /** The mark of a session that begins now. */
    public static SessionMark now(final int number, final int epoch) {
        return new SessionMark(number, epoch, Instant.now().truncatedTo(ChronoUnit.MILLIS));
    }
}
