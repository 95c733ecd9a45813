package io.millrace.journal.session;

import io.millrace.journal.model.SessionMark;
import io.millrace.journal.store.HeadPrefix;
import io.millrace.journal.store.LogFile;
import java.util.Arrays;

/**
 * A session as its oldest file's head tells, and where it has to end.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: yes.
 */
public final class Session {
    private static final long OPEN = Long.MAX_VALUE;

    private final LogFile oldest;
    private final long first;
    private final int tag;
    private final byte[] head;
    private final SessionMark mark;
    private final int epoch;
    private long boundary = OPEN;
    private boolean cut;

    /**
     * @param oldest file of the session
     * @param first  number of the first record in it
     * @param tag    of the log's documents
     * @param head   body of the file's head
     */
    Session(final LogFile oldest, final long first, final int tag, final byte[] head) {
        this.oldest = oldest;
        this.first = first;
        this.tag = tag;
        this.head = head;
        this.mark = HeadPrefix.session(head);
        this.epoch = mark.epoch();
    }

    void isFollowedBy(final Session later) {
        boundary = boundaryTo(later);
        cut = later.epoch > epoch;
    }

    private long boundaryTo(final Session later) {
        return later.epoch > epoch ? later.mark.endOf(epoch) : later.first;
    }

    /** Whether nothing of an epoch was there before it: it makes up for all that was lost. */
    boolean beginsEpoch() {
        return epoch > 1 && first == mark.epochs().get(epoch - 2);
    }

    /** Whether anything of the session counts, if this is the one that follows. */
    boolean countsBefore(final Session later) {
        return later.epoch == epoch || first < boundaryTo(later);
    }

    /** Its number. */
    public int number() {
        return oldest.session();
    }

    /** Which one it is. */
    public SessionMark mark() {
        return mark;
    }

    /** Its epoch. */
    public int epoch() {
        return epoch;
    }

    /** Number of the first record in the oldest file that is here. */
    public long first() {
        return first;
    }

    /** The oldest file that is here. */
    public LogFile oldest() {
        return oldest;
    }

    /** What marks documents of the log. */
    public int tag() {
        return tag;
    }

    /** Body of the head of each of its files. */
    public byte[] head() {
        return head.clone();
    }

    /** Whether this is the body of its files' head. */
    public boolean hasHead(final byte[] body) {
        return Arrays.equals(head, body);
    }

    boolean isOfSameLog(final Session other) {
        return tag == other.tag && HeadPrefix.id(head).equals(HeadPrefix.id(other.head));
    }

    /** Whether there is a later session. */
    public boolean isFollowed() {
        return boundary != OPEN;
    }

    /** Where the next session has to begin. */
    public long boundary() {
        return boundary;
    }

    /** Whether what it holds from its boundary on counts no more. */
    public boolean isCut() {
        return cut;
    }
}
