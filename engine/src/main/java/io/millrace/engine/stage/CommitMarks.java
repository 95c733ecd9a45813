package io.millrace.engine.stage;

import io.millrace.engine.spi.InputLog;

/**
 * How many items of an output may leave, while their inputs are not yet as durable as the journal promises. A mark says that
 * the items up to a count come of records up to a number.
 *
 * <p>Thread: the stage's. Allocation: only for more marks than ever before. Deterministic: decides when items leave, not
 * which.
 */
public final class CommitMarks {
    private static final int FEW = 64;

    private final OutputTerms terms;
    private long[] counts = new long[FEW];
    private long[] records = new long[FEW];
    private int first;
    private int size;
    private long committable;

    public CommitMarks(final OutputTerms terms) {
        this.terms = terms;
    }

    /** The stage has worked on what it was given: whatever led to the items so far has been appended. */
    public void mark(final long count) {
        final InputLog log = terms.log();
        if (!log.survivesPowerLoss()) {
            return;
        }
        final long appended = log.appendedSeq();
        if (size > 0 && records[last()] == appended) {
            counts[last()] = count;
            return;
        }
        if (size == counts.length) {
            grow();
        }
        size++;
        counts[last()] = count;
        records[last()] = appended;
    }

    /** Whether items wait for the journal. */
    public boolean isWaiting() {
        return size > 0;
    }

    /** Running count of items that may leave, or {@link Long#MAX_VALUE}. */
    public long committable() {
        final InputLog log = terms.log();
        if (!log.survivesPowerLoss()) {
            return Long.MAX_VALUE;
        }
        final long synced = log.syncedSeq();
        while (size > 0 && records[first] <= synced) {
            committable = counts[first];
            first = first + 1 & counts.length - 1;
            size--;
        }
        return committable;
    }

    private int last() {
        return first + size - 1 & counts.length - 1;
    }

    private void grow() {
        final int old = counts.length;
        final long[] moreCounts = new long[2 * old];
        final long[] moreRecords = new long[2 * old];
        for (int i = 0; i < size; i++) {
            moreCounts[i] = counts[first + i & old - 1];
            moreRecords[i] = records[first + i & old - 1];
        }
        counts = moreCounts;
        records = moreRecords;
        first = 0;
    }
}
