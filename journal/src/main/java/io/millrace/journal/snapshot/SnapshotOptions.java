package io.millrace.journal.snapshot;

import io.millrace.journal.model.JournalOptions;
import java.io.File;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;

/**
 * How snapshots are kept. None of it changes a result.
 *
 * <p>Thread: any. Allocation: when made. Deterministic: yes.
 *
 * @param keep         how many of the newest stay; at least 1, and one more takes space while it is written
 * @param minFreeBytes bytes that must stay free on the disk: a snapshot fails before it takes them
 * @param freeBytes    bytes that can still be written below a directory
 * @param wallClock    epoch milliseconds, for people who look at the files
 */
public record SnapshotOptions(int keep, long minFreeBytes, ToLongFunction<File> freeBytes, LongSupplier wallClock) {

    private static final int DEFAULT_KEEP = 3;

    /** The newest three stay, and as much of the disk stays free as beside a journal. */
    public static final SnapshotOptions DEFAULTS = of(JournalOptions.DEFAULTS);

    public SnapshotOptions {
        if (keep < 1) {
            throw new IllegalArgumentException("keep " + keep + " snapshots: at least 1 must stay");
        }
        if (minFreeBytes < 0) {
            throw new IllegalArgumentException("minFreeBytes " + minFreeBytes + ": must not be negative");
        }
    }

    /** Those of snapshots beside a journal: the same disk, the same clock. */
    public static SnapshotOptions of(final JournalOptions journal) {
        return new SnapshotOptions(DEFAULT_KEEP, journal.minFreeBytes(), journal.freeBytes(), journal.wallClock());
    }

    public SnapshotOptions keep(final int value) {
        return new SnapshotOptions(value, minFreeBytes, freeBytes, wallClock);
    }

    public SnapshotOptions minFreeBytes(final long value) {
        return new SnapshotOptions(keep, value, freeBytes, wallClock);
    }

    public SnapshotOptions freeBytes(final ToLongFunction<File> value) {
        return new SnapshotOptions(keep, minFreeBytes, value, wallClock);
    }

    public SnapshotOptions wallClock(final LongSupplier value) {
        return new SnapshotOptions(keep, minFreeBytes, freeBytes, value);
    }
}
